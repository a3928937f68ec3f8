import { ones } from 'libtorch-node';
import { total } from './total.js';

console.log(`total ${total(ones([2, 3]))}`);
