/**
 * Two faults of kafkajs 2.2.4 (frozen upstream, hence pinned) are mended here, at its own modules:
 *
 * 1. RequestQueue re-arms a 1 ms timer for ever while nothing is queued: ~890 wake-ups a second and 3 % of a core on an
 *    idle dashboard (tulios/kafkajs #1704, #1556, #1751).
 * 2. The parsers of Metadata and ListOffsets throw at the first partition with an error, so one leaderless partition or
 *    one deleted topic fails the whole answer (tulios/kafkajs #1460, #1520). The decoded answer carries the error code
 *    of each element; callers here read those.
 */
import RequestQueue from "kafkajs/src/network/requestQueue/index.js";
import listOffsetsV1 from "kafkajs/src/protocol/requests/listOffsets/v1/response.js";
import listOffsetsV2 from "kafkajs/src/protocol/requests/listOffsets/v2/response.js";
import listOffsetsV3 from "kafkajs/src/protocol/requests/listOffsets/v3/response.js";
import metadataV1 from "kafkajs/src/protocol/requests/metadata/v1/response.js";
import metadataV2 from "kafkajs/src/protocol/requests/metadata/v2/response.js";
import metadataV3 from "kafkajs/src/protocol/requests/metadata/v3/response.js";
import metadataV4 from "kafkajs/src/protocol/requests/metadata/v4/response.js";
import metadataV5 from "kafkajs/src/protocol/requests/metadata/v5/response.js";
import metadataV6 from "kafkajs/src/protocol/requests/metadata/v6/response.js";

const applied = Symbol.for("highwater.kafkajs-fixes");
const queue = RequestQueue.prototype as typeof RequestQueue.prototype & { [applied]?: true };

// Bundlers evaluate this module once a graph, while kafkajs itself is shared: the mark keeps the wrapping single.
if (!queue[applied]) {
  queue[applied] = true;
  const schedule = queue.scheduleCheckPendingRequests;
  queue.scheduleCheckPendingRequests = function scheduleWhenNeeded() {
    if (this.pending.length > 0) schedule.call(this);
  };
  const responses = [
    metadataV1,
    metadataV2,
    metadataV3,
    metadataV4,
    metadataV5,
    metadataV6,
    listOffsetsV1,
    listOffsetsV2,
    listOffsetsV3,
  ];
  for (const response of responses) response.parse = async (data) => data;
}
