/** Tensor's methods for streams. */
import { native } from '../native/binding';
import { type Tensor, handleOf } from '../tensor/tensor';
import { defineMembers } from '../tensor/define-members';
import { Stream } from './stream';
import { refuseSurplus } from '../arguments/read';

export interface StreamMembers {
  /**
   * Records that a stream uses this tensor, which was made on another stream. Its memory is reused only after that
   * stream has finished with it.
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.record_stream.html
   */
  recordStream(stream: Stream): void;
}

const streamMembers: StreamMembers & ThisType<Tensor> = {
  recordStream(stream, ...surplus: readonly unknown[]) {
    refuseSurplus('Tensor.recordStream', 1, surplus);
    native.recordStream(handleOf(this), Stream.boxOf(stream));
  },
};

declare module '../tensor/tensor' {
  interface Tensor extends StreamMembers {}
}

defineMembers(streamMembers);
