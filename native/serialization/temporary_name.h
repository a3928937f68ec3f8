// Names of files that are being written, and what killed processes left of them.
#pragma once

#include <filesystem>
#include <string>

namespace ltn::serialization {

std::filesystem::path toPath(const std::string& utf8);
std::string fromPath(const std::filesystem::path& path);

// The file behind symbolic links, which need not be there: it is replaced, not the link.
std::string linkTarget(const std::string& path);

// `PATH.tmp-PID-N`, another one at each call.
std::string temporaryName(const std::string& path);

#ifndef _WIN32
// Takes the lock that says a temporary file is being written. False where another process holds it; a file
// system without locks counts as taken by us.
bool lockTemporary(int file);

// Removes temporary files of `path` whose writer is gone: nobody holds their lock, and nothing was written
// for a minute. Looks at most once a minute for each path.
void removeAbandoned(const std::string& path);
#endif

}  // namespace ltn::serialization
