#pragma once

#include "base/result.h"
#include "cli/linewriter.h"

#include <QJsonObject>
#include <QStringList>

#include <vector>

/// Colours for people, on a terminal only.
enum class Tone { Plain, Strong, Muted, Good, Attention, Bad };

/// A cell of a table for people.
struct Cell
{
    QString text;
    Tone tone = Tone::Plain;
    bool isNumber = false; ///< set to the right

    Cell(QString words, Tone colour = Tone::Plain)
        : text{std::move(words)}
        , tone{colour}
    {
    }
    static Cell number(qint64 value);
};

/// What the program says: on standard output the result, for people or as JSON; on standard error messages
/// and the progress bar.
class Terminal
{
public:
    explicit Terminal(bool isJson);
    ~Terminal();

    bool isJson() const { return m_isJson; }

    /// One compact document on a line.
    void json(const QJsonObject &document);
    /// The same for who must not be held up by a slow reader.
    void jsonState(const QJsonObject &document);
    void jsonProgress(const QString &key, const QJsonObject &document);

    /// The same for what comes without end: false where it was left out because the reader is far behind.
    bool offerJson(const QJsonObject &document);

    void line(const QString &text = {});
    /// As it is, line ends included.
    void text(const QString &text);
    /// Aligned columns under a heading; nothing for no rows.
    void table(const QStringList &headings, const std::vector<std::vector<Cell>> &rows);
    /// Names and values below each other.
    void facts(const std::vector<std::pair<QString, Cell>> &facts);

    /// To standard error.
    void message(const QString &text);
    /// The same for what comes without end: false where it was left out because the reader is far behind.
    bool offerMessage(const QString &text);
    /// Redraws the progress line on standard error; shows on a terminal only.
    void progressBar(const QString &label, double fraction, const QString &note);
    void clearProgressBar();

    /// The failure in the form the person asked for.
    void failure(const Error &error, const QJsonValue &details = QJsonValue::Null);

    /// Waits until the answer is written. False where it could not be, as on a full disk.
    bool finish() { return m_out.finish(); }
    /// Leaves after so long although nobody may be reading.
    void finishWithin(std::chrono::milliseconds time);

private:
    QString toned(const QString &text, Tone tone) const;

    bool m_isJson;
    bool m_hasColour;
    bool m_hasBar;
    bool m_isBarShown = false;
    LineWriter m_out;
    LineWriter m_err;
};
