import { setTimeout as sleep } from 'node:timers/promises';
import { lostRanks } from '../../c10d/failure';
import { destroyProcessGroup, type ProcessGroup, type Store } from '../../c10d/index';
import { messageOf } from '../../arguments/describe';
import { TrainingError } from '../errors';

/** How the ranks of a run hear that one of them has failed: by a note in the store that all of them reach. */

interface Note {
  readonly rank: number;
  readonly message: string;
}

/** A collective that another rank has broken off. Its own error says less than that rank's note. */
const BROKEN = /connection|socket|broken pipe|did not take part in time|timed out|gloo|nccl/i;

/** How long the ranks wait for each other's notes. */
const PATIENCE = 2000;
/** The same where a connection has ended: who fails leaves its note before, and who was killed leaves none. */
const PATIENCE_AFTER_END = 300;
const PAUSE = 50;

/**
 * Says why this rank ends, unless another one has before, and ends the group, so that ranks that wait in it hear of it.
 *
 * @returns The error of the run: this rank's own, or one that names the rank that has failed first.
 */
export async function tellFailure(store: Store, key: string, group: ProcessGroup, error: unknown): Promise<unknown> {
  const rank = group.rank();
  const broken = BROKEN.test(messageOf(error));
  const patience = broken && lostRanks(group).length > 0 ? PATIENCE_AFTER_END : PATIENCE;
  const note = await (broken
    ? awaitNote(store, key, patience)
    : leaveNote(store, key, { rank, message: messageOf(error) }));
  await destroyProcessGroup(group).catch(() => undefined);
  if (note !== null) await letOthersRead(store, `${key}/heard`, group);
  if (note === null && broken) return endedElsewhere(error);
  return note === null || note.rank === rank ? error : failedElsewhere(note, error);
}

/** The first note: this one, or that of a rank which was faster. Null where there is no store any longer. */
async function leaveNote(store: Store, key: string, note: Note): Promise<Note | null> {
  try {
    return read(store.compareSet(key, '', JSON.stringify({ ...note, message: note.message.slice(0, 10_000) })));
  } catch {
    return null;
  }
}

async function awaitNote(store: Store, key: string, patience: number): Promise<Note | null> {
  for (let waited = 0; waited < patience; waited += PAUSE) {
    try {
      if (store.check([key])) return read(store.get(key));
    } catch {
      // The rank that had the store is gone.
      return null;
    }
    await sleep(PAUSE);
  }
  return null;
}

/** The store is rank 0's, and ends with its process: the others read the note before, those that still live. */
async function letOthersRead(store: Store, key: string, group: ProcessGroup): Promise<void> {
  try {
    let heard = store.add(key, 1);
    for (let waited = 0; group.rank() === 0 && heard < group.size() && waited < PATIENCE; waited += PAUSE) {
      await sleep(PAUSE);
      heard = store.add(key, 0);
    }
  } catch {
    // It is gone already.
  }
}

function read(bytes: Buffer): Note | null {
  try {
    const { rank, message } = JSON.parse(bytes.toString()) as Partial<Note>;
    return typeof rank === 'number' && typeof message === 'string' ? { rank, message } : null;
  } catch {
    return null;
  }
}

function failedElsewhere({ rank, message }: Note, cause: unknown): TrainingError {
  return new TrainingError(`rank ${rank} has failed: ${message}`, { code: 'ERR_TRAINING_RANK', cause });
}

function endedElsewhere(cause: unknown): TrainingError {
  const why = 'its process was killed or has ended, or it did not answer in time';
  return new TrainingError(`another rank is gone without a word: ${why}`, { code: 'ERR_TRAINING_RANK', cause });
}
