#include "reporting/pdfreport.h"

#include "reporting/pdflanguage.h"
#include "reporting/reportsections.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QPageLayout>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace {

constexpr int kDotsPerInch = 600;
constexpr qreal kMargin = 51; // 18 mm

class Words
{
    Q_DECLARE_TR_FUNCTIONS(PdfReport)
};

QPageSize::PageSizeId sizeOf(ReportLook::Paper paper)
{
    switch (paper) {
    case ReportLook::Paper::A4: return QPageSize::A4;
    case ReportLook::Paper::Letter: return QPageSize::Letter;
    }
    Q_UNREACHABLE();
}

/// Draws the report; `pages` stand in its footers. How many there are, nothing where the device failed.
std::optional<int> draw(const ClientReport &report, int pages, QByteArray &pdf, const CancelToken &cancel)
{
    QBuffer device{&pdf};
    if (!device.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return std::nullopt;
    QPdfWriter writer{&device};
    writer.setResolution(kDotsPerInch);
    writer.setPageLayout(QPageLayout{
        QPageSize{sizeOf(report.look.paper)},
        QPageLayout::Portrait,
        QMarginsF{ kMargin, kMargin, kMargin, kMargin},
        QPageLayout::Point
    });
    const ReportWords words{report};
    writer.setTitle(report.title);
    writer.setCreator(u"Fanfare"_s);
    const auto footer = [&](PdfCanvas &canvas, int page) {
        const QRectF line{0, canvas.height() - 14, canvas.width(), 14};
        canvas.rule(canvas.height() - 20);
        const TextLook look{.points = 8, .colour = ink::kText3, .isOneLine = true};
        const QString who =
            words.agency().isEmpty() ? report.title : u"%1 · %2"_s.arg(report.title, words.agency());
        canvas.text(line.adjusted(0, 0, -90, 0), who, look);
        canvas.text(line, Words::tr("Page %1 of %2").arg(words.number(page), words.number(pages)),
                    {.points = 8, .colour = ink::kText3, .alignment = Qt::AlignTrailing | Qt::AlignTop});
    };
    PdfCanvas canvas{writer, footer};
    if (!canvas.isActive())
        return std::nullopt;
    ReportSections{report, canvas}.draw(cancel);
    const int drawn = canvas.pageCount();
    return canvas.finish() ? std::optional{drawn} : std::nullopt;
}

Error cannotWrite(const QString &path, const QString &why)
{
    return {
        .kind = ErrorKind::BadInput,
        .message =
            Words::tr("The report could not be written to %1: %2").arg(QDir::toNativeSeparators(path), why),
        .code = u"cannot_write"_s,
        .detail = why};
}

} // namespace

Result<int> writePdfReport(const ClientReport &report, const QString &path, const CancelToken &cancel)
{
    QSaveFile file{path};
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite(path, file.errorString());
    QByteArray pdf;
    // How many pages there are is known once they are drawn; drawing takes milliseconds a page.
    std::optional<int> pages = draw(report, 0, pdf, cancel);
    if (pages && !cancel.isCancelled())
        pages = draw(report, *pages, pdf, cancel);
    if (!pages)
        return cannotWrite(path, Words::tr("it could not be drawn"));
    if (cancel.isCancelled())
        return 0;
    const Result<QByteArray> finished = withLanguage(pdf, QLocale{}.bcp47Name());
    if (!finished)
        return finished.error();
    if (file.write(*finished) != finished->size() || !file.commit())
        return cannotWrite(path, file.errorString());
    return *pages;
}
