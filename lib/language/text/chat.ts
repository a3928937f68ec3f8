import { bool, nullable, record, value } from '../../arguments/fields';
import { show } from '../../arguments/describe';
import { isPlainObject } from '../../arguments/plain-object';
import { readOptions } from '../../arguments/read';
import { dataError, typeError, valueError } from '../../errors';
import { optionalPackage } from '../../install/packages';

/** Chats as the text that a model was trained with: templates of Jinja, by `@huggingface/jinja`. */

/** What one side said. Templates may look at other fields, such as `tool_calls`. */
export interface ChatMessage {
  /** Who said it: `'system'`, `'user'`, `'assistant'` or what the template knows. */
  readonly role: string;
  /** What was said. */
  readonly content: unknown;
  readonly [field: string]: unknown;
}

/** How a chat becomes a text. */
export interface ChatOptions {
  /** End with what begins an answer. @defaultValue false */
  readonly addGenerationPrompt?: boolean;
  /** Leave the last message open, so that generation goes on in it. @defaultValue false */
  readonly continueFinalMessage?: boolean;
  /** Tools, as JSON schemas, which the template describes to the model. @defaultValue null */
  readonly tools?: readonly unknown[] | null;
  /** A template in place of the tokenizer's. @defaultValue null */
  readonly chatTemplate?: string | null;
  /** Other values that the template knows, such as `enable_thinking`. @defaultValue null */
  readonly variables?: Readonly<Record<string, unknown>> | null;
}

const OPTIONS = {
  addGenerationPrompt: bool(false),
  continueFinalMessage: bool(false),
  tools: nullable(value<readonly unknown[]>('a list', Array.isArray)),
  chatTemplate: nullable(value<string>('a text', (v) => typeof v === 'string')),
  variables: nullable(record()),
};

interface Package {
  readonly Template: new (source: string) => { render(values: object): string };
}

/** Fails on what is no chat. */
function requireMessages(messages: unknown): asserts messages is readonly ChatMessage[] {
  if (!Array.isArray(messages) || messages.length === 0)
    throw typeError('a chat is a list of messages { role, content }');
  for (const message of messages as unknown[]) {
    const { role } = (isPlainObject(message) ? message : {}) as { role?: unknown };
    if (typeof role !== 'string') throw typeError(`a message of a chat is { role, content }, got ${show(message)}`);
  }
}

/** Ends the text with the last message's own end. */
function openEnd(text: string, last: ChatMessage): string {
  const { content } = last;
  if (typeof content !== 'string') throw typeError('continueFinalMessage needs a last message whose content is a text');
  const at = text.lastIndexOf(content.trim());
  if (at < 0) throw valueError('continueFinalMessage: the template does not show the last message as it is');
  const end = at + content.trim().length;
  const spaces = content.slice(content.trimEnd().length);
  return text.slice(0, end) + (text.slice(end).startsWith(spaces) ? spaces : '');
}

/** The text of a chat. */
export function renderChat(
  own: string | null,
  messages: readonly ChatMessage[],
  options: ChatOptions,
  tokens: Readonly<Record<string, string | undefined>>,
): string {
  requireMessages(messages);
  const read = readOptions('applyChatTemplate', OPTIONS, options);
  const source = read.chatTemplate ?? own;
  if (source === null) {
    throw valueError('the tokenizer has no chat template: set chatTemplate, or give it as an option');
  }
  if (read.addGenerationPrompt && read.continueFinalMessage) {
    throw valueError('addGenerationPrompt and continueFinalMessage exclude each other');
  }
  const { Template } = optionalPackage<Package>('@huggingface/jinja');
  let text: string;
  try {
    const values = { messages, tools: read.tools ?? undefined, add_generation_prompt: read.addGenerationPrompt };
    text = new Template(source).render({ ...tokens, ...(read.variables as object | null), ...values });
  } catch (cause) {
    throw dataError(`the chat template failed: ${(cause as Error).message}`, { cause });
  }
  return read.continueFinalMessage ? openEnd(text, messages.at(-1) as ChatMessage) : text;
}
