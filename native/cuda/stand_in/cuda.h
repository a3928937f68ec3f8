// Stands in for CUDA's header of this name; see cuda_runtime_api.h.
#pragma once

// The version whose forms cuda_runtime_api.h has.
#define CUDA_VERSION 13000
