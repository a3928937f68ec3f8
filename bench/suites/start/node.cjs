'use strict';
// Plain JavaScript on the built package: a user's program does not compile TypeScript when it starts.
const torch = require('../../../dist/index.js');

const { nn, optim } = torch;
const rnn = new nn.RNN(100, 128, { batchFirst: true });
const fc = new nn.Linear(128, 2);
const optimizer = new optim.Adam([...rnn.parameters(), ...fc.parameters()], { lr: 0.001 });
const [out] = rnn.forward(torch.randn([64, 10, 100]));
const scores = nn.functional.logSoftmax(fc.forward(out.index(':', -1, ':')), 1);
new nn.NLLLoss().forward(scores, torch.randint(0, 2, [64])).backward();
optimizer.step();
