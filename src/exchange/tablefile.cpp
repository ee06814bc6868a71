#include "exchange/tablefile.h"

#include "exchange/vcardreader.h"
#include "exchange/workbookreader.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TableFile)
};

template <typename Reader>
Result<std::unique_ptr<TableReader>> asTable(Result<std::unique_ptr<Reader>> reader)
{
    if (!reader)
        return reader.error();
    return std::unique_ptr<TableReader>{*std::move(reader)};
}

QByteArray beginningOf(const QString &path)
{
    constexpr qint64 kEnoughToKnow = 64;
    QFile file{path};
    if (!QFileInfo{path}.isFile() || !file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {}; // the reader of text says what is wrong
    return file.read(kEnoughToKnow);
}

} // namespace

Result<std::unique_ptr<TableReader>> openTableFile(const QString &path, const TableFormat &format)
{
    const QByteArray beginning = beginningOf(path);
    if (beginning.startsWith("PK\x03\x04") || beginning.startsWith("PK\x05\x06"))
        return asTable(WorkbookReader::openFile(path, format.sheet));
    if (beginning.startsWith("\xD0\xCF\x11\xE0")) {
        return Error{
            ErrorKind::BadInput,
            Words::tr("“%1” is a workbook of the old kind (XLS) or protected with a password. Open it "
                      "in your spreadsheet program, save it as XLSX without a password and choose that "
                      "file.")
                .arg(QFileInfo{path}.fileName()),
            u"unsupported_file"_s,
            {}};
    }
    if (VCardReader::looksLikeVCard(beginning))
        return asTable(VCardReader::openFile(path, format.text.encoding));
    return asTable(CsvReader::openFile(path, format.text));
}

Result<std::unique_ptr<TableReader>> openTableText(const QString &text, const TableFormat &format)
{
    if (!VCardReader::looksLikeVCard(text.left(64).toUtf8()))
        return asTable(CsvReader::openText(text, format.text));
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(text.toUtf8());
    buffer->open(QIODevice::ReadOnly);
    return asTable(
        VCardReader::openDevice(std::move(buffer), Words::tr("the pasted text"), TextEncoding::Utf8));
}
