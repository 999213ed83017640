import {
  IconAlertOctagon,
  IconAlertTriangle,
  IconCircleCheck,
  IconClock,
  IconClockExclamation,
  IconCopyOff,
  IconDropletOff,
  IconFlame,
  IconHelpCircle,
  IconInfoCircle,
  IconLock,
  IconMoon,
  IconPlayerPause,
  IconPlugConnectedX,
  IconRefresh,
  IconRewindBackward5,
  IconShieldX,
  IconTrendingDown,
  IconTrendingUp,
  type TablerIcon,
} from "@tabler/icons-react";

/** Tone is how much a status asks for a person, worst first crit, warn, unknown, info, ok. */
export type Tone = "ok" | "info" | "warn" | "crit" | "unknown";

/** tonesWorstFirst orders tones as lists show them. */
export const tonesWorstFirst: readonly Tone[] = ["crit", "warn", "unknown", "info", "ok"];

/** toneIcons is the icon of a tone where no status is named. */
export const toneIcons: Record<Tone, TablerIcon> = {
  ok: IconCircleCheck,
  info: IconInfoCircle,
  warn: IconAlertTriangle,
  crit: IconAlertOctagon,
  unknown: IconHelpCircle,
};

type Look = { tone: Tone; icon: TablerIcon };
const look = (tone: Tone, icon: TablerIcon): Look => ({ tone, icon });

/** statuses gives every status of the product, in the wire's words, its tone and icon; its word stands in the catalogue `status`. */
export const statuses = {
  healthy: look("ok", IconCircleCheck),
  "caught-up": look("ok", IconCircleCheck),
  "catching-up": look("info", IconTrendingDown),
  behind: look("info", IconClock),
  "falling-behind": look("warn", IconTrendingUp),
  stalled: look("warn", IconPlayerPause),
  "went-back": look("warn", IconRewindBackward5),
  "beyond-end": look("warn", IconAlertTriangle),
  stopped: look("crit", IconPlugConnectedX),
  "at-risk": look("crit", IconClockExclamation),
  "losing-records": look("crit", IconDropletOff),
  "no-commit": look("unknown", IconHelpCircle),
  unknown: look("unknown", IconHelpCircle),
  "hot-partition": look("warn", IconFlame),
  "under-replicated": look("warn", IconCopyOff),
  "cleaner-blocked": look("warn", IconLock),
  "below-min-isr": look("crit", IconShieldX),
  offline: look("crit", IconAlertOctagon),
  "never-rolls": look("unknown", IconMoon),
  "no-writes": look("unknown", IconMoon),
  "on-time": look("ok", IconCircleCheck),
  waiting: look("info", IconClock),
  blocked: look("warn", IconLock),
  online: look("ok", IconCircleCheck),
  degraded: look("warn", IconAlertTriangle),
  up: look("ok", IconCircleCheck),
  "follows-slowly": look("warn", IconAlertTriangle),
  "not-answering": look("crit", IconPlugConnectedX),
  down: look("crit", IconPlugConnectedX),
  Stable: look("ok", IconCircleCheck),
  PreparingRebalance: look("info", IconRefresh),
  CompletingRebalance: look("info", IconRefresh),
  Assigning: look("info", IconRefresh),
  Reconciling: look("info", IconRefresh),
  NotReady: look("warn", IconAlertTriangle),
  Empty: look("unknown", IconMoon),
  Dead: look("unknown", IconPlugConnectedX),
  Unknown: look("unknown", IconHelpCircle),
} as const satisfies Record<string, Look>;

/** StatusName is a status in the wire's words. */
export type StatusName = keyof typeof statuses;

/** toneOf is the tone of a status. */
export function toneOf(status: StatusName): Tone {
  return statuses[status].tone;
}
