// What a process says when a file that it has mapped is made shorter by somebody else.
#pragma once

namespace ltn::serialization {

// A page of a mapped file that is not there any more cannot be read, which is the signal SIGBUS: the process
// ends. This has it say why on stderr first. It takes the signal only where nobody else has, and ends the
// process the way it would have ended.
void explainBusErrors();

}  // namespace ltn::serialization
