#pragma once

#include <QString>

#include <optional>

/// What somebody writes to a person in their own words, or a file: Meta takes it while the person's window is
/// open.
struct FreeForm
{
    enum class Kind { Text, Image, Video, Audio, Document };

    Kind kind = Kind::Text;
    QString text; ///< of a file: what stands below it
    QString fileName = {}; ///< by which the person sees a document
    QString inReplyTo = {}; ///< Meta's id of the message that it quotes; empty: none

    bool hasFile() const { return kind != Kind::Text; }
    friend bool operator==(const FreeForm &, const FreeForm &) = default;
};

/// Meta's limits in characters.
inline constexpr int kLongestAnswer = 4096;
inline constexpr int kLongestCaption = 1024;

enum class FreeFormProblem { None, Empty, TooLong, NoCaption };
/// What Meta would refuse in it.
FreeFormProblem problemOf(const FreeForm &message);

/// Meta's word: "text", "image", …
QString toWord(FreeForm::Kind kind);
std::optional<FreeForm::Kind> freeFormKindFromWord(QStringView word);

/// How a file of that type is sent: pictures, videos and sound as such, the rest as a document.
FreeForm::Kind kindOfFile(const QString &mimeType);
