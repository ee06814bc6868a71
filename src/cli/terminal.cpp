#include "cli/terminal.h"

#include "cli/exitcode.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>
#include <cmath>

#ifdef Q_OS_WIN
#include <io.h>
#define isatty _isatty
#else
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace {

constexpr int kStandardOutput = 1;
constexpr int kStandardError = 2;
constexpr auto kBarKey = "bar";

QByteArray documentLine(const QJsonObject &document)
{
    return QJsonDocument{document}.toJson(QJsonDocument::Compact) + '\n';
}

/// Columns a text takes on a terminal: East Asian wide letters and emoji count twice, combining marks not at
/// all.
qsizetype displayWidth(const QString &text)
{
    qsizetype width = 0;
    const auto codePoints = text.toUcs4();
    for (const char32_t c : codePoints) {
        const QChar::Category category = QChar::category(c);
        if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing
            || category == QChar::Other_Format)
            continue;
        const bool isWide = (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf)
            || (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe6f)
            || (c >= 0xff00 && c <= 0xff60) || (c >= 0x1f300 && c <= 0x1faff);
        width += isWide ? 2 : 1;
    }
    return width;
}

QString padding(const QString &text, qsizetype width)
{
    return QString(std::max<qsizetype>(0, width - displayWidth(text)), u' ');
}

/// A cell must not break the table, nor give the terminal orders.
QString onOneLine(const QString &text)
{
    QString clean = text;
    for (QChar &c : clean) {
        if (c.category() == QChar::Other_Control)
            c = u' ';
    }
    return clean;
}

} // namespace

Cell Cell::number(qint64 value)
{
    Cell cell{QLocale{}.toString(value)};
    cell.isNumber = true;
    return cell;
}

Terminal::Terminal(bool isJson)
    : m_isJson{isJson}
    , m_hasColour{isatty(kStandardOutput) != 0 && qEnvironmentVariableIsEmpty("NO_COLOR")}
    , m_hasBar{isatty(kStandardError) != 0 && qEnvironmentVariable("TERM") != "dumb"_L1}
    , m_out{kStandardOutput}
    , m_err{kStandardError}
{
}

Terminal::~Terminal()
{
    clearProgressBar();
}

void Terminal::json(const QJsonObject &document)
{
    m_out.write(documentLine(document));
}

void Terminal::jsonState(const QJsonObject &document)
{
    m_out.post(documentLine(document));
}

void Terminal::jsonProgress(const QString &key, const QJsonObject &document)
{
    m_out.postProgress(key, documentLine(document));
}

bool Terminal::offerJson(const QJsonObject &document)
{
    return m_out.offer(documentLine(document));
}

void Terminal::line(const QString &text)
{
    m_out.write(text.toUtf8() + '\n');
}

void Terminal::text(const QString &text)
{
    m_out.write(text.toUtf8());
}

void Terminal::table(const QStringList &headings, const std::vector<std::vector<Cell>> &rows)
{
    if (rows.empty())
        return;
    const auto columns = static_cast<size_t>(headings.size());
    std::vector<qsizetype> widths;
    std::vector<bool> isNumber(columns, false);
    for (size_t column = 0; column < columns; ++column) {
        qsizetype width = displayWidth(headings[static_cast<qsizetype>(column)]);
        for (const std::vector<Cell> &row : rows) {
            width = std::max(width, displayWidth(onOneLine(row[column].text)));
            isNumber[column] = isNumber[column] || row[column].isNumber;
        }
        widths.push_back(width);
    }
    const auto print = [&](const std::vector<Cell> &row) {
        QString out;
        for (size_t column = 0; column < columns; ++column) {
            const QString cell = onOneLine(row[column].text);
            const QString space = padding(cell, widths[column]);
            const QString shown = toned(cell, row[column].tone);
            const bool isLast = column + 1 == columns;
            out += isNumber[column] ? space + shown : shown + (isLast ? QString{} : space);
            out += isLast ? QString{} : u"  "_s;
        }
        line(out);
    };
    std::vector<Cell> heading;
    for (const QString &word : headings)
        heading.emplace_back(word, Tone::Strong);
    print(heading);
    for (const std::vector<Cell> &row : rows)
        print(row);
}

void Terminal::facts(const std::vector<std::pair<QString, Cell>> &facts)
{
    qsizetype width = 0;
    for (const auto &[name, value] : facts)
        width = std::max(width, displayWidth(name));
    for (const auto &[name, value] : facts)
        line(toned(name, Tone::Muted) + padding(name, width) + u"  "_s
             + toned(onOneLine(value.text), value.tone));
}

void Terminal::message(const QString &text)
{
    clearProgressBar();
    m_err.post(text.toUtf8() + '\n');
}

bool Terminal::offerMessage(const QString &text)
{
    clearProgressBar();
    return m_err.offer(text.toUtf8() + '\n');
}

void Terminal::progressBar(const QString &label, double fraction, const QString &note)
{
    constexpr int kBarWidth = 30;
    if (!m_hasBar)
        return;
    const int full = static_cast<int>(std::lround(std::clamp(fraction, 0.0, 1.0) * kBarWidth));
    const QString bar = QString(full, u'█') + QString(kBarWidth - full, u'░');
    m_err.postProgress(
        QString::fromLatin1(kBarKey),
        u"\r\033[K%1  %2 %3 %  %4"_s
            .arg(onOneLine(label), bar, QString::number(std::floor(fraction * 100)).rightJustified(3), note)
            .toUtf8());
    m_isBarShown = true;
}

void Terminal::clearProgressBar()
{
    if (!m_isBarShown)
        return;
    m_isBarShown = false;
    m_err.post("\r\033[K");
}

void Terminal::failure(const Error &error, const QJsonValue &details)
{
    if (m_isJson) {
        QJsonValue shown = details;
        if (shown.isNull() && !error.detail.isEmpty())
            shown = error.detail;
        json({
            {u"error"_s,
             QJsonObject{
                 {u"kind"_s, errorWord(error)}, {u"message"_s, error.message}, {u"details"_s, shown}}}
        });
        return;
    }
    message(error.message);
    if (!error.detail.isEmpty())
        message(QCoreApplication::translate("Terminal", "Details: %1").arg(error.detail));
}

void Terminal::finishWithin(std::chrono::milliseconds time)
{
    clearProgressBar();
    m_out.finishWithin(time);
    m_err.finishWithin(time);
}

QString Terminal::toned(const QString &text, Tone tone) const
{
    if (!m_hasColour || tone == Tone::Plain || text.isEmpty())
        return text;
    const auto code = [&]() -> QString {
        switch (tone) {
        case Tone::Plain: return u"0"_s;
        case Tone::Strong: return u"1"_s;
        case Tone::Muted: return u"2"_s;
        case Tone::Good: return u"32"_s;
        case Tone::Attention: return u"33"_s;
        case Tone::Bad: return u"31"_s;
        }
        Q_UNREACHABLE();
    }();
    return u"\033[%1m%2\033[0m"_s.arg(code, text);
}
