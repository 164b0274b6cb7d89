// SPDX-License-Identifier: MIT
#include "server/nlp/embedding/onnx_library.h"

// Depends on: ORT_API_MANUAL_INIT for every file that includes it, or the program would need the library to
// start.
#include <boost/dll/runtime_symbol_info.hpp>
#include <boost/dll/shared_library.hpp>
#include <onnxruntime_cxx_api.h>

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>

namespace parley::server::nlp {

namespace {

namespace dll = boost::dll;
namespace fs = std::filesystem;

#if defined(_WIN32)
constexpr const char* kLibraryName = "onnxruntime.dll";
#elif defined(__APPLE__)
constexpr const char* kLibraryName = "libonnxruntime.dylib";
#else
constexpr const char* kLibraryName = "libonnxruntime.so.1";
#endif

/// Never unloaded: sessions of it may live until the process ends.
struct Loaded {
    std::mutex mutex;
    std::optional<dll::shared_library> library;
    std::string version;
};

Loaded& loaded()
{
    // Given up on purpose: the only one must outlive every other static.
    static Loaded& only = *std::make_unique<Loaded>().release();
    return only;
}

tl::unexpected<Error> noLibrary(const std::vector<std::string>& places, const std::string& why)
{
    std::string list;
    for (const std::string& place : places) {
        list += (list.empty() ? "" : ", ") + place;
    }
    return fail(ErrorCode::Unavailable,
                "ONNX Runtime could not be loaded. Looked for " + list +
                    ". Install libonnxruntime, or run installer/get-onnxruntime.sh, or name its file in "
                    "embedder.onnx_library.",
                why);
}

Result<void> initialise(Loaded& state, dll::shared_library library)
{
    using GetBase = const OrtApiBase* ORT_API_CALL();
    const OrtApiBase* base = library.get<GetBase>("OrtGetApiBase")();
    std::string version = base->GetVersionString();
    const OrtApi* api = base->GetApi(ORT_API_VERSION);
    if (api == nullptr) {
        return fail(ErrorCode::Unavailable,
                    "ONNX Runtime " + version + " is too old: 1." + std::to_string(ORT_API_VERSION) +
                        " or newer is needed.");
    }
    Ort::InitApi(api);
    state.library = std::move(library);
    state.version = std::move(version);
    return {};
}

} // namespace

std::vector<std::string> onnxLibraryPlaces(const std::string& configured)
{
    if (!configured.empty()) {
        return {configured};
    }
    std::vector<std::string> places;
    std::error_code error;
    const fs::path folder = fs::path(dll::program_location().string()).parent_path();
    places.push_back((folder / kLibraryName).string());
    places.push_back((folder.parent_path() / "lib" / "parley" / kLibraryName).string());
    places.emplace_back(kLibraryName); // as the system finds it
    return places;
}

Result<std::string> loadOnnxLibrary(const std::string& configured)
{
    Loaded& state = loaded();
    const std::lock_guard lock(state.mutex);
    if (state.library) {
        return state.version;
    }
    const auto places = onnxLibraryPlaces(configured);
    std::string why;
    for (const std::string& place : places) {
        dll::fs::error_code error;
        const bool hasFolder = fs::path(place).has_parent_path();
        dll::shared_library library(dll::fs::path(place),
                                    hasFolder ? dll::load_mode::default_mode
                                              : dll::load_mode::search_system_folders,
                                    error);
        if (error || !library.has("OrtGetApiBase")) {
            why += place + ": " + (error ? error.message() : "is not ONNX Runtime") + "; ";
            continue;
        }
        if (auto done = initialise(state, std::move(library)); !done) {
            return fail(std::move(done).error());
        }
        return state.version;
    }
    return noLibrary(places, why);
}

} // namespace parley::server::nlp
