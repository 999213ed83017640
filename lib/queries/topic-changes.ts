import { keepPreviousData, queryOptions, skipToken, useMutation } from "@tanstack/react-query";
import { apiSend } from "@/lib/api/client.ts";
import type {
  AddPartitions,
  AddPartitionsResult,
  CreateTopic,
  CreateTopicResult,
  DeleteRecords,
  DeleteRecordsResult,
  DeleteTopicResult,
} from "@/lib/api/topics.ts";
import { DRY_RUN, useReadAgain } from "./read-again.ts";

const topicsPath = (clusterId: string) => `/api/clusters/${encodeURIComponent(clusterId)}/topics`;
const topicPath = (clusterId: string, topic: string, verb = "") =>
  `${topicsPath(clusterId)}/${encodeURIComponent(topic)}${verb}`;
const check = { validateOnly: true };

/** checkCreateTopicQuery is the broker's dry run of a new topic: CreateTopicResult. Nothing is created. Fails with ApiError, its `fields` naming what was refused. */
export function checkCreateTopicQuery(clusterId: string, input: CreateTopic | null) {
  return queryOptions({
    queryKey: ["cluster", clusterId, "topics", DRY_RUN, input],
    queryFn: input === null ? skipToken : () => apiSend<CreateTopicResult>("POST", topicsPath(clusterId), input, check),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** checkAddPartitionsQuery is the broker's dry run of more partitions: AddPartitionsResult. */
export function checkAddPartitionsQuery(clusterId: string, topic: string, input: AddPartitions | null) {
  return queryOptions({
    queryKey: ["cluster", clusterId, "topic", topic, "partitions", DRY_RUN, input],
    queryFn:
      input === null
        ? skipToken
        : () => apiSend<AddPartitionsResult>("POST", topicPath(clusterId, topic, "/partitions"), input, check),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** checkDeleteTopicQuery tells what would go with a topic: DeleteTopicResult. */
export function checkDeleteTopicQuery(clusterId: string, topic: string) {
  return queryOptions({
    queryKey: ["cluster", clusterId, "topic", topic, DRY_RUN],
    queryFn: () => apiSend<DeleteTopicResult>("DELETE", topicPath(clusterId, topic), {}, check),
    retry: false,
  });
}

/** checkDeleteRecordsQuery tells which records would go: DeleteRecordsResult. */
export function checkDeleteRecordsQuery(clusterId: string, topic: string, input: DeleteRecords | null) {
  return queryOptions({
    queryKey: ["cluster", clusterId, "topic", topic, "records", DRY_RUN, input],
    queryFn:
      input === null
        ? skipToken
        : () => apiSend<DeleteRecordsResult>("POST", topicPath(clusterId, topic, "/records/delete"), input, check),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** useCreateTopic creates a topic. */
export function useCreateTopic(clusterId: string) {
  const readAgain = useReadAgain(clusterId);
  const mutationFn = (input: CreateTopic) => apiSend<CreateTopicResult>("POST", topicsPath(clusterId), input);
  return useMutation({ mutationFn, onSuccess: () => void readAgain() });
}

/** useAddPartitions raises a topic's number of partitions. */
export function useAddPartitions(clusterId: string, topic: string) {
  const readAgain = useReadAgain(clusterId);
  const mutationFn = (input: AddPartitions) =>
    apiSend<AddPartitionsResult>("POST", topicPath(clusterId, topic, "/partitions"), input);
  return useMutation({ mutationFn, onSuccess: () => void readAgain() });
}

/** useDeleteTopic deletes a topic for good. The caller leaves the topic's page. */
export function useDeleteTopic(clusterId: string, topic: string) {
  const readAgain = useReadAgain(clusterId);
  const mutationFn = () => apiSend<DeleteTopicResult>("DELETE", topicPath(clusterId, topic), {});
  return useMutation({ mutationFn, onSuccess: () => void readAgain(topic) });
}

/** useDeleteRecords deletes records up to an offset or a time, for good. */
export function useDeleteRecords(clusterId: string, topic: string) {
  const readAgain = useReadAgain(clusterId);
  const mutationFn = (input: DeleteRecords) =>
    apiSend<DeleteRecordsResult>("POST", topicPath(clusterId, topic, "/records/delete"), input);
  return useMutation({ mutationFn, onSuccess: () => void readAgain() });
}
