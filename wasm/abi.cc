// readout.wasm's exports. Pointers and sizes are unsigned 32-bit numbers in the module's memory; web/engine/loader.js
// is the only caller. Nothing is caught here: a trap (out of memory, a bug) leaves the instance in no known state, and
// the caller discards it.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "service.h"

#define READOUT_EXPORT extern "C" __attribute__((used, visibility("default")))

namespace {

struct CallReply {
  uint32_t status;
  uint32_t data;
  uint32_t size;
  readout::Reply reply;  // owns the bytes at `data`
};

}  // namespace

READOUT_EXPORT readout::Service* ro_open() { return new readout::Service(); }

READOUT_EXPORT void ro_close(readout::Service* service) { delete service; }

// Room for a request; 0 where there is none. Release it with ro_free.
READOUT_EXPORT void* ro_alloc(uint32_t size) { return std::malloc(size == 0 ? 1 : size); }

READOUT_EXPORT void ro_free(void* bytes) { std::free(bytes); }

// Answers the request and gives where the reply stands: three words, status, data, size. Valid until ro_release.
READOUT_EXPORT CallReply* ro_call(readout::Service* service, const char* request, uint32_t size) {
  auto* out = new CallReply();
  out->reply = service->call(std::string_view(request, size));
  out->status = static_cast<uint32_t>(out->reply.status);
  out->data = static_cast<uint32_t>(reinterpret_cast<uintptr_t>(out->reply.bytes.data()));
  out->size = static_cast<uint32_t>(out->reply.bytes.size());
  return out;
}

READOUT_EXPORT void ro_release(CallReply* reply) { delete reply; }
