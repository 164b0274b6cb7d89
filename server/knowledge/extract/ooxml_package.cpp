// SPDX-License-Identifier: MIT
#include "server/knowledge/extract/ooxml_package.h"

#include "server/knowledge/extract/extract_error.h"

#include <zip.h>

#include <algorithm>
#include <vector>

namespace parley::server::knowledge {

namespace {

// Real documents pack 5 to 40 times; markup that repeats one word reaches 150. Small ones do no harm anyway.
constexpr std::uint64_t kMaxRatio = 200;
constexpr std::uint64_t kHarmless = 32ULL << 20;
constexpr std::size_t kPiece = 64 << 10;

Error brokenError(std::string detail)
{
    return extractError(ExtractFault::Broken,
                        "The document is damaged and cannot be opened; save it again from its source.",
                        std::move(detail));
}

Error bombError(std::string detail)
{
    return extractError(ExtractFault::Bomb,
                        "The file unpacks to far more than a document has; it is refused.",
                        std::move(detail));
}

Result<void> checkSizes(zip* archive)
{
    const zip_int64_t entries = zip_get_num_entries(archive, 0);
    if (entries > OoxmlPackage::kMaxEntries) {
        return fail(bombError(std::to_string(entries) + " entries"));
    }
    std::uint64_t packed = 0;
    std::uint64_t unpacked = 0;
    for (zip_int64_t i = 0; i < entries; ++i) {
        zip_stat_t stat;
        zip_stat_init(&stat);
        if (zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &stat) != 0) {
            continue;
        }
        if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
            return fail(
                extractError(ExtractFault::Encrypted,
                             "The file is a ZIP archive with a password; remove it and upload it again."));
        }
        packed += stat.comp_size;
        unpacked += stat.size;
        if (unpacked > OoxmlPackage::kMaxBytes || stat.size > OoxmlPackage::kMaxBytes) {
            return fail(bombError("declared size"));
        }
    }
    if (unpacked > kHarmless && unpacked / std::max<std::uint64_t>(packed, 1) > kMaxRatio) {
        return fail(bombError("ratio"));
    }
    return {};
}

/// "word/document.xml" -> "word/_rels/document.xml.rels".
std::string relationshipsOf(const std::string& part)
{
    const std::size_t slash = part.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : part.substr(0, slash + 1);
    return folder + "_rels/" + part.substr(folder.size()) + ".rels";
}

/// A target beside `part`, as a name in the archive.
std::string resolved(const std::string& part, const std::string& target)
{
    if (target.starts_with('/')) {
        return target.substr(1);
    }
    const std::size_t slash = part.rfind('/');
    std::string path = (slash == std::string::npos ? "" : part.substr(0, slash + 1)) + target;
    for (std::size_t up = path.find("../"); up != std::string::npos; up = path.find("../")) {
        const std::size_t parent = up < 2 ? std::string::npos : path.rfind('/', up - 2);
        const std::size_t from = parent == std::string::npos ? 0 : parent + 1;
        path.erase(from, up + 3 - from);
    }
    return path;
}

class RelationshipReader final : public XmlHandler {
public:
    explicit RelationshipReader(const std::string& part) : m_part(part) {}

    void start(XmlSpace, std::string_view name, const XmlAttributes& attributes) override
    {
        if (name != "Relationship" || attributes.get("TargetMode") == "External") {
            return;
        }
        const std::string type = attributes.get("Type");
        targets.emplace(type.substr(type.rfind('/') + 1), resolved(m_part, attributes.get("Target")));
    }

    std::map<std::string, std::string> targets;

private:
    const std::string& m_part;
};

} // namespace

void OoxmlPackage::Closer::operator()(zip* archive) const
{
    zip_discard(archive);
}

Result<OoxmlPackage> OoxmlPackage::open(const std::string& path)
{
    int error = 0;
    zip* archive = zip_open(path.c_str(), ZIP_RDONLY, &error);
    if (archive == nullptr) {
        return fail(brokenError("zip " + std::to_string(error)));
    }
    OoxmlPackage package(archive);
    if (auto checked = checkSizes(archive); !checked) {
        return fail(std::move(checked).error());
    }
    return package;
}

std::int64_t OoxmlPackage::find(const std::string& part) const
{
    return zip_name_locate(m_archive.get(), part.c_str(), ZIP_FL_NOCASE);
}

bool OoxmlPackage::has(const std::string& part) const
{
    return find(part) >= 0;
}

Result<void> OoxmlPackage::parse(const std::string& part, XmlHandler& handler)
{
    const std::int64_t index = find(part);
    if (index < 0) {
        return fail(ErrorCode::NotFound, "The document has no such part.", part);
    }
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(
        zip_fopen_index(m_archive.get(), static_cast<zip_uint64_t>(index), 0), zip_fclose);
    if (!file) {
        return fail(brokenError(part + ": " + zip_strerror(m_archive.get())));
    }
    XmlStream stream(handler);
    std::vector<char> piece(kPiece);
    while (true) {
        const zip_int64_t count = zip_fread(file.get(), piece.data(), piece.size());
        if (count < 0) {
            return fail(brokenError(part + ": " + zip_file_strerror(file.get())));
        }
        if (count == 0) {
            return stream.finish();
        }
        m_read += static_cast<std::uint64_t>(count);
        if (m_read > kMaxBytes) { // the declared sizes have lied
            return fail(bombError("counted bytes"));
        }
        if (auto fed = stream.feed({piece.data(), static_cast<std::size_t>(count)}); !fed) {
            return fed;
        }
    }
}

Result<std::map<std::string, std::string>> OoxmlPackage::relationships(const std::string& part)
{
    RelationshipReader reader(part);
    const std::string file = relationshipsOf(part);
    if (has(file)) {
        if (auto parsed = parse(file, reader); !parsed) {
            return fail(std::move(parsed).error());
        }
    }
    return std::move(reader.targets);
}

} // namespace parley::server::knowledge
