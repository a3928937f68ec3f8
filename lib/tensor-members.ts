/** Members of Tensor that are written by hand, apart from the class: each group has a folder of its own. */
import { type AutogradMembers, autogradMembers } from './autograd/members';
import { type ConversionMembers, conversionMembers } from './convert/members';
import { type FunctionalMembers, functionalMembers } from './functional/members';
import { type IndexingMembers, indexingMembers } from './indexing/members';
import { propertyMembers } from './ops/properties';

export interface TensorMembers
  extends AutogradMembers,
    ConversionMembers,
    FunctionalMembers,
    IndexingMembers,
    Readonly<typeof propertyMembers> {}

const groups: readonly object[] = [
  autogradMembers,
  conversionMembers,
  functionalMembers,
  indexingMembers,
  propertyMembers,
];

/** The members' descriptors, to be given to the prototype. @internal */
export function memberDescriptors(): PropertyDescriptorMap {
  const merged: PropertyDescriptorMap = {};
  for (const group of groups) {
    for (const key of Reflect.ownKeys(group)) {
      const descriptor = Object.getOwnPropertyDescriptor(group, key);
      merged[key as string] = { ...descriptor, enumerable: false };
    }
  }
  return merged;
}

/** Their names: the generator leaves these to us. @internal */
export const TENSOR_MEMBERS: readonly string[] = Object.keys(memberDescriptors());
