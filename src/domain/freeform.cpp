#include "domain/freeform.h"

#include <QList>

#include <array>

using namespace Qt::StringLiterals;

FreeFormProblem problemOf(const FreeForm &message)
{
    if (!message.hasFile() && message.text.trimmed().isEmpty())
        return FreeFormProblem::Empty;
    if (message.kind == FreeForm::Kind::Audio && !message.text.isEmpty())
        return FreeFormProblem::NoCaption;
    // Meta counts characters, not the halves of those beyond the first plane.
    const qsizetype length = message.text.toUcs4().size();
    return length > (message.hasFile() ? kLongestCaption : kLongestAnswer) ? FreeFormProblem::TooLong
                                                                           : FreeFormProblem::None;
}

QString toWord(FreeForm::Kind kind)
{
    switch (kind) {
    case FreeForm::Kind::Text: return u"text"_s;
    case FreeForm::Kind::Image: return u"image"_s;
    case FreeForm::Kind::Video: return u"video"_s;
    case FreeForm::Kind::Audio: return u"audio"_s;
    case FreeForm::Kind::Document: return u"document"_s;
    }
    Q_UNREACHABLE();
}

std::optional<FreeForm::Kind> freeFormKindFromWord(QStringView word)
{
    using enum FreeForm::Kind;
    for (const FreeForm::Kind kind : std::array{Text, Image, Video, Audio, Document}) {
        if (toWord(kind) == word)
            return kind;
    }
    return std::nullopt;
}

FreeForm::Kind kindOfFile(const QString &mimeType)
{
    if (mimeType == "image/jpeg"_L1 || mimeType == "image/png"_L1)
        return FreeForm::Kind::Image;
    if (mimeType.startsWith("video/"_L1))
        return FreeForm::Kind::Video;
    return mimeType.startsWith("audio/"_L1) ? FreeForm::Kind::Audio : FreeForm::Kind::Document;
}
