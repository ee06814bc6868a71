#include "exchange/ziparchive.h"

#include "exchange/xmlguard.h"

#include <QFile>

#include <zip.h>

using namespace Qt::StringLiterals;

namespace {

Error badInput(const QString &code, const QString &message, const QString &detail = {})
{
    return {.kind = ErrorKind::BadInput, .message = message, .code = code, .detail = detail};
}

} // namespace

struct ZipArchive::Handle
{
    zip_t *zip = nullptr;

    ~Handle()
    {
        if (zip != nullptr)
            zip_discard(zip);
    }
};

/// Unpacks one entry while it is read.
class ZipArchive::UnpackedEntry final : public ZipEntry
{
public:
    UnpackedEntry(zip_file_t *file, qint64 packedSize, qint64 size)
        : m_file{file}
        , m_packedSize{packedSize}
        , m_size{size}
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    ~UnpackedEntry() override { zip_fclose(m_file); }

    qint64 size() const override { return m_size; }

protected:
    qint64 readData(char *data, qint64 atMost) override
    {
        const zip_int64_t length = zip_fread(m_file, data, zip_uint64_t(atMost));
        if (length < 0)
            return fail(u"damaged_file"_s, ZipArchive::tr("it is damaged"));
        m_unpacked += length;
        const bool isBomb = m_unpacked > kAlwaysAllowed && m_unpacked / kLargestRatio > m_packedSize;
        if (isBomb || m_unpacked > kLargestEntry)
            return fail(u"too_large"_s, ZipArchive::tr("it unpacks to far more than a list of people needs"));
        switch (m_guard.look({data, qsizetype(length)})) {
        case XmlGuard::Finding::Nothing: break;
        case XmlGuard::Finding::TooLarge:
            return fail(u"too_large"_s,
                        ZipArchive::tr("it holds a cell that is far too large for a list of people"));
        case XmlGuard::Finding::Foreign:
            return fail(u"damaged_file"_s,
                        ZipArchive::tr("it holds something that no spreadsheet program writes"));
        }
        return length;
    }

    qint64 writeData(const char *, qint64) override { return -1; }

private:
    qint64 fail(const QString &code, const QString &why)
    {
        m_failureCode = code;
        m_failure = why;
        return -1;
    }

    zip_file_t *m_file;
    qint64 m_packedSize;
    qint64 m_size;
    qint64 m_unpacked = 0;
    XmlGuard m_guard;
};

ZipArchive::ZipArchive(std::unique_ptr<Handle> handle, QString name)
    : m_handle{std::move(handle)}
    , m_name{std::move(name)}
{
}

ZipArchive::~ZipArchive() = default;

Result<std::unique_ptr<ZipArchive>> ZipArchive::open(const QString &path, const QString &name)
{
    int failure = 0;
    auto handle = std::make_unique<Handle>();
    handle->zip = zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, &failure);
    if (handle->zip == nullptr) {
        return badInput(u"damaged_file"_s,
                        tr("“%1” is damaged: it begins like a workbook but cannot be unpacked. Save it "
                           "again in your spreadsheet program.")
                            .arg(name),
                        u"zip error %1"_s.arg(failure));
    }
    if (zip_get_num_entries(handle->zip, 0) > kMostEntries) {
        return badInput(u"too_large"_s,
                        tr("“%1” holds far more parts than any workbook. Nothing of it was used. Check that "
                           "it is the right file.")
                            .arg(name));
    }
    return std::unique_ptr<ZipArchive>{
        new ZipArchive{std::move(handle), name}
    };
}

bool ZipArchive::contains(const QString &entry) const
{
    return zip_name_locate(m_handle->zip, entry.toUtf8().constData(), ZIP_FL_NOCASE) >= 0;
}

Result<std::unique_ptr<ZipEntry>> ZipArchive::openEntry(const QString &entry) const
{
    const zip_int64_t index = zip_name_locate(m_handle->zip, entry.toUtf8().constData(), ZIP_FL_NOCASE);
    zip_stat_t facts;
    zip_stat_init(&facts);
    zip_file_t *file = nullptr;
    if (index >= 0 && zip_stat_index(m_handle->zip, zip_uint64_t(index), 0, &facts) == 0)
        file = zip_fopen_index(m_handle->zip, zip_uint64_t(index), 0);
    if (file == nullptr) {
        return badInput(u"damaged_file"_s,
                        tr("“%1” is damaged or protected with a password: a part of it cannot be read. Save "
                           "it again in your spreadsheet program, without a password.")
                            .arg(m_name),
                        entry);
    }
    return std::unique_ptr<ZipEntry>{
        std::make_unique<UnpackedEntry>(file, qint64(facts.comp_size), qint64(facts.size))};
}
