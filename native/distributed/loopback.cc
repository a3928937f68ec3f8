#include "distributed/loopback.h"

#ifndef _WIN32
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace ltn {

#ifdef _WIN32

std::optional<Listening> listenOnLoopback(const std::string& /*host*/, uint16_t /*port*/) {
  return std::nullopt;
}

#else

namespace {

// The address, if it is one of the loopback interface. `localhost` is the IPv4 one: c10d's clients try both.
std::optional<sockaddr_in> loopback4(const std::string& host, uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  const char* text = host == "localhost" ? "127.0.0.1" : host.c_str();
  if (inet_pton(AF_INET, text, &address.sin_addr) != 1) return std::nullopt;
  if (ntohl(address.sin_addr.s_addr) >> 24 != 127) return std::nullopt;
  return address;
}

std::optional<sockaddr_in6> loopback6(const std::string& host, uint16_t port) {
  sockaddr_in6 address{};
  address.sin6_family = AF_INET6;
  address.sin6_port = htons(port);
  if (inet_pton(AF_INET6, host.c_str(), &address.sin6_addr) != 1) return std::nullopt;
  if (!IN6_IS_ADDR_LOOPBACK(&address.sin6_addr)) return std::nullopt;
  return address;
}

uint16_t portOf(const sockaddr_in& address) { return ntohs(address.sin_port); }
uint16_t portOf(const sockaddr_in6& address) { return ntohs(address.sin6_port); }

template <class Address>
std::optional<Listening> listenOn(Address address) {
  auto* const generic = reinterpret_cast<sockaddr*>(&address);
  const int descriptor = socket(generic->sa_family, SOCK_STREAM, 0);
  if (descriptor < 0) return std::nullopt;
  fcntl(descriptor, F_SETFD, FD_CLOEXEC);
  const int yes = 1;
  socklen_t length = sizeof address;
  // As c10d's own: a port whose last connections are still closing can be taken.
  if (setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) == 0 &&
      bind(descriptor, generic, length) == 0 && listen(descriptor, SOMAXCONN) == 0 &&
      getsockname(descriptor, generic, &length) == 0) {
    return Listening{descriptor, portOf(address)};
  }
  close(descriptor);
  return std::nullopt;
}

}  // namespace

std::optional<Listening> listenOnLoopback(const std::string& host, uint16_t port) {
  if (const auto address = loopback4(host, port)) return listenOn(*address);
  if (const auto address = loopback6(host, port)) return listenOn(*address);
  return std::nullopt;
}

#endif

}  // namespace ltn
