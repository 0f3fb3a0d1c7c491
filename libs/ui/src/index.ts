/**
 * Dumb components and tokens: data comes in by inputs, what the person does goes out by outputs. Angular, the tokens
 * and the platform guide only.
 */
export { KeptFocus } from './focus/kept-focus';
export { Icon } from './icon/icon';
export type { IconName } from './icon/icon-paths';
export { PlatformMark } from './platform/platform-mark';
export { Avatar } from './avatar/avatar';
export { hueOf, initialsOf } from './avatar/initials';
export { NOW } from './time/now';
export { Time } from './time/time';
export { clockTime, dayOf, momentOf, shiftDay, showTimeZone, shownTimeZone, zoned } from './time/calendar';
export { calendarDay, calendarSecond, duration, exactTime, plainDate, relativeTime } from './time/relative-time';
export { formatExact, formatFigure, formatMinutes, formatShare } from './figures/format-figure';
export { Status, type Tone } from './status/status';
export { Banner } from './feedback/banner';
export { Toast } from './feedback/toast';
export { Menu } from './popup/menu';
export { Panel } from './popup/panel';
export { Tip } from './popup/tip';
export { InfoTip } from './info/info-tip';
export { Logo } from './brand/logo';
