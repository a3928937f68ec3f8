// Where a store listens that is for this machine alone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace ltn {

// A socket that listens, with its port.
struct Listening {
  int descriptor;
  uint16_t port;
};

// Listens on a loopback address for c10d, which then owns the socket; by itself it listens on all interfaces.
// `localhost`, 127.0.0.1 and its kin, and ::1 are such addresses. What a table of hosts or a name server
// knows is none: other machines may know it otherwise. None, too, where the port is taken, which c10d finds
// again and reports, and on Windows.
std::optional<Listening> listenOnLoopback(const std::string& host, uint16_t port);

}  // namespace ltn
