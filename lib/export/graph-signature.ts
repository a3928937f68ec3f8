import { refuseSurplus } from '../arguments/read';
import type { InputSpec, OutputSpec, Signature } from './schema/signature';

/**
 * What the inputs and outputs of a program's graph are.
 *
 * @see https://docs.pytorch.org/docs/2.13/export.html#torch.export.graph_signature.ExportGraphSignature
 * @example
 * ```ts
 * torch.export.load('model.pt2').graphSignature.buffers; // []
 * ```
 */
export class GraphSignature {
  /**
   * What each input of the graph is, in the order of the graph's inputs: `spec.type` says whether it is a `parameter`, a
   * `buffer`, a `tensor_constant`, an input of the call (`user_input`, or `constant_input` for a number, a text or null, with
   * its value), a `token` or a `custom_obj`. `spec.value` has what Python's `InputSpec` has: the graph's name for it in `arg`, and
   * the module's name in `parameterName`, `bufferName` or `tensorConstantName`.
   *
   * @see https://docs.pytorch.org/docs/2.13/export.html#torch.export.graph_signature.InputSpec
   * @example
   * ```ts
   * const { inputSpecs } = torch.export.load('model.pt2').graphSignature;
   * inputSpecs.map((spec) => spec.type); // ['parameter', 'parameter', 'user_input']
   * ```
   */
  readonly inputSpecs: readonly InputSpec[];
  /**
   * What each output of the graph is, in order: a result of the call (`user_output`), or a new value that is put somewhere after the
   * call (`buffer_mutation`, `parameter_mutation`, `user_input_mutation`, which name the place), or what training programs of
   * Python have (`loss_output`, `gradient_to_parameter`, `gradient_to_user_input`), or a `token`.
   *
   * @see https://docs.pytorch.org/docs/2.13/export.html#torch.export.graph_signature.OutputSpec
   * @example
   * ```ts
   * const { outputSpecs } = torch.export.load('model.pt2').graphSignature;
   * outputSpecs.map((spec) => spec.type); // ['user_output']
   * ```
   */
  readonly outputSpecs: readonly OutputSpec[];

  /** @internal */
  constructor({ inputSpecs, outputSpecs }: Signature, ...surplus: []) {
    refuseSurplus('GraphSignature', 1, surplus);
    this.inputSpecs = inputSpecs;
    this.outputSpecs = outputSpecs;
  }

  /** Names of the parameters in the module, in the order of the graph's inputs. */
  get parameters(): string[] {
    return this.inputSpecs.flatMap((spec) => (spec.type === 'parameter' ? [spec.value.parameterName] : []));
  }

  /** Names of the buffers in the module, in the order of the graph's inputs; those too that no state dict has. */
  get buffers(): string[] {
    return this.inputSpecs.flatMap((spec) => (spec.type === 'buffer' ? [spec.value.bufferName] : []));
  }

  /** Names of the buffers that are in no state dict. */
  get nonPersistentBuffers(): string[] {
    return this.inputSpecs.flatMap((spec) =>
      spec.type === 'buffer' && !spec.value.persistent ? [spec.value.bufferName] : [],
    );
  }

  /** Names of tensors that the model refers to and that are neither parameters nor buffers. */
  get liftedTensorConstants(): string[] {
    return this.inputSpecs.flatMap((spec) => (spec.type === 'tensor_constant' ? [spec.value.tensorConstantName] : []));
  }

  /** As Python prints it. */
  toString(): string {
    const lines = [...this.inputSpecs.map(inputText), '', '# outputs', ...this.outputSpecs.map(outputText)];
    return ['', '# inputs', ...lines, ''].join('\n');
  }
}

function inputText(spec: InputSpec): string {
  switch (spec.type) {
    case 'parameter':
      return `${spec.value.arg.name}: PARAMETER target='${spec.value.parameterName}'`;
    case 'buffer':
      return (
        `${spec.value.arg.name}: BUFFER target='${spec.value.bufferName}' ` +
        `persistent=${spec.value.persistent ? 'True' : 'False'}`
      );
    case 'tensor_constant':
      return `${spec.value.arg.name}: CONSTANT_TENSOR target='${spec.value.tensorConstantName}'`;
    case 'custom_obj':
      return `${spec.value.arg.name}: CUSTOM_OBJ target='${spec.value.customObjName}'`;
    case 'token':
      return `${spec.value.arg.name}: TOKEN`;
    case 'constant_input':
      return `${spec.value.name}: USER_INPUT`;
    case 'user_input':
      return `${argumentName(spec.value.arg)}: USER_INPUT`;
  }
}

const KINDS = {
  user_output: 'USER_OUTPUT',
  loss_output: 'LOSS_OUTPUT',
  buffer_mutation: 'BUFFER_MUTATION',
  gradient_to_parameter: 'GRADIENT_TO_PARAMETER',
  gradient_to_user_input: 'GRADIENT_TO_USER_INPUT',
  user_input_mutation: 'USER_INPUT_MUTATION',
  token: 'TOKEN',
  parameter_mutation: 'PARAMETER_MUTATION',
} as const;

function outputText(spec: OutputSpec): string {
  const name = spec.type === 'user_output' ? argumentName(spec.value.arg) : spec.value.arg.name;
  const target = Object.entries(spec.value).find(([key]) => key !== 'arg')?.[1] as string | undefined;
  return `${name}: ${KINDS[spec.type]}${target === undefined ? '' : ` target='${target}'`}`;
}

/** The name of a value; a constant has none. */
function argumentName(arg: { readonly type: string; readonly value: unknown }): string {
  const { value } = arg;
  if (typeof value !== 'object' || value === null) return '';
  if ('name' in value) return String(value.name);
  return 'type' in value && value.type === 'as_name' && 'value' in value ? String(value.value) : '';
}
