import type { Int } from '../../tensor/scalar';
import { type Codec, type Union, flag, float, int, list, struct, text, union } from './codec';
import { type Argument, type CustomObjArgument, type ValueRef, argument, customObj, valueRef } from './graph';

/** A constant in place of an input. */
export type ConstantValue = Union<{
  as_none: boolean;
  as_int: Int;
  as_float: number;
  as_string: string;
  as_bool: boolean;
}>;

interface InputKinds {
  user_input: { readonly arg: Argument };
  parameter: { readonly arg: ValueRef; readonly parameterName: string };
  buffer: { readonly arg: ValueRef; readonly bufferName: string; readonly persistent: boolean };
  tensor_constant: { readonly arg: ValueRef; readonly tensorConstantName: string };
  custom_obj: { readonly arg: CustomObjArgument; readonly customObjName: string };
  token: { readonly arg: ValueRef };
  constant_input: { readonly name: string; readonly value: ConstantValue };
}

/** Where an input of the graph comes from. */
export type InputSpec = Union<InputKinds>;

interface OutputKinds {
  user_output: { readonly arg: Argument };
  loss_output: { readonly arg: ValueRef };
  buffer_mutation: { readonly arg: ValueRef; readonly bufferName: string };
  gradient_to_parameter: { readonly arg: ValueRef; readonly parameterName: string };
  gradient_to_user_input: { readonly arg: ValueRef; readonly userInputName: string };
  user_input_mutation: { readonly arg: ValueRef; readonly userInputName: string };
  token: { readonly arg: ValueRef };
  parameter_mutation: { readonly arg: ValueRef; readonly parameterName: string };
}

/** Where an output of the graph goes. */
export type OutputSpec = Union<OutputKinds>;

/** What the inputs and outputs of a program's graph are. */
export interface Signature {
  readonly inputSpecs: readonly InputSpec[];
  readonly outputSpecs: readonly OutputSpec[];
}

const constantValue = union<{ as_none: boolean; as_int: Int; as_float: number; as_string: string; as_bool: boolean }>(
  'a constant',
  { as_none: flag, as_int: int, as_float: float, as_string: text, as_bool: flag },
);

const inputSpec: Codec<InputSpec> = union<InputKinds>('an input', {
  user_input: struct<InputKinds['user_input']>({ arg: argument }),
  parameter: struct<InputKinds['parameter']>({ arg: valueRef, parameterName: text }),
  buffer: struct<InputKinds['buffer']>({ arg: valueRef, bufferName: text, persistent: flag }),
  tensor_constant: struct<InputKinds['tensor_constant']>({ arg: valueRef, tensorConstantName: text }),
  custom_obj: struct<InputKinds['custom_obj']>({ arg: customObj, customObjName: text }),
  token: struct<InputKinds['token']>({ arg: valueRef }),
  constant_input: struct<InputKinds['constant_input']>({ name: text, value: constantValue }),
});

const outputSpec: Codec<OutputSpec> = union<OutputKinds>('an output', {
  user_output: struct<OutputKinds['user_output']>({ arg: argument }),
  loss_output: struct<OutputKinds['loss_output']>({ arg: valueRef }),
  buffer_mutation: struct<OutputKinds['buffer_mutation']>({ arg: valueRef, bufferName: text }),
  gradient_to_parameter: struct<OutputKinds['gradient_to_parameter']>({ arg: valueRef, parameterName: text }),
  gradient_to_user_input: struct<OutputKinds['gradient_to_user_input']>({ arg: valueRef, userInputName: text }),
  user_input_mutation: struct<OutputKinds['user_input_mutation']>({ arg: valueRef, userInputName: text }),
  token: struct<OutputKinds['token']>({ arg: valueRef }),
  parameter_mutation: struct<OutputKinds['parameter_mutation']>({ arg: valueRef, parameterName: text }),
});

export const signature: Codec<Signature> = struct<Signature>({
  inputSpecs: list(inputSpec),
  outputSpecs: list(outputSpec),
});
