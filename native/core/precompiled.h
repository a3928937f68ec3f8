// The headers that most files of the core need, compiled once. torch/torch.h stays out: it costs 18 s a file.
#pragma once

#include <ATen/ATen.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <napi.h>

#include <memory>
#include <string>
#include <vector>
