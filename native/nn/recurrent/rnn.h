// Whole recurrent networks: layers, dropout between them, precision, and the choice of the path.
#pragma once

#include "nn/recurrent/aten.h"

namespace ltn::recurrent {

// Throws where the batch sizes of a packed sequence do not fit the data: libtorch's operators trust them.
void checkBatchSizes(const Request& request);

// Why these arguments go to libtorch's own operator, or null where the fused kernels take them. Arguments
// that libtorch refuses are among the former, so that its message is what the caller reads.
const char* reasonForAten(const Request& request);

// The outputs of the network, by the fused kernels where they apply.
Result run(const Request& request);

// The same under autocast.
Result runAutocast(Request request);

// Either of them, as the dispatcher would choose, for callers that have the arguments at hand.
Result runDispatched(Request request);

// Whether layers that have the choice use `run`; else they call libtorch's operators, whose bits are
// Python's. One setting for the process, as libtorch's own back-end switches are; LIBTORCH_NODE_FUSED_RNN=0
// starts it as false.
bool isEnabled();
void setEnabled(bool enabled);

// A few time steps of one row, or one of a few rows, without gradients: no packing, no threads, no
// intermediate tensors. Returns false where the arguments are not of that kind; they have passed
// reasonForAten.
bool runStream(const Request& request, Result& result);

}  // namespace ltn::recurrent
