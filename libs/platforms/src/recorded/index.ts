export { mapRecorded, UnknownCall, type MappedAnswer, type RecordedAnswer } from './map-recorded';
