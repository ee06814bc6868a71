#include "widgets/campaign/resolvedialog.h"

#include "presentation/wording.h"
#include "widgets/controls/button.h"
#include "widgets/controls/card.h"
#include "widgets/controls/textlabel.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int kAccept = 2;
constexpr int kResend = 3;

QString knownSoFar(std::optional<UtcTime> oldest, UtcTime now)
{
    QString words =
        ResolveDialog::tr("Fanfare handed these messages over and the connection dropped before Meta "
                          "answered. They may be on the phones or not.");
    if (oldest)
        words += u' '
            + ResolveDialog::tr(
                  "The longest wait began %1. If a message did go out, its delivery event usually "
                  "settles it within minutes.")
                  .arg(relativeText(*oldest, now));
    return words;
}

QWidget *makeChoice(const QString &name, const QString &risk)
{
    auto *frame = new Card{12};
    setFrameLook(frame, FrameLook::Note);
    frame->column()->addWidget(new TextLabel{name, TypeRole::BodyBold});
    auto *words = new TextLabel{risk, TypeRole::Label, TextLabel::Ink::Text2};
    words->setWordWrap(true);
    frame->column()->addWidget(words);
    return frame;
}

} // namespace

ResolveDialog::ResolveDialog(int people, std::optional<UtcTime> oldest, UtcTime now, QWidget *parent)
    : MessageDialog{tr("What about %Ln unconfirmed people?", nullptr, people), knownSoFar(oldest, now),
                    parent}
{
    setObjectName(u"resolveDialog"_s);
    addContent(makeChoice(
        tr("Keep waiting"),
        tr("Nothing is sent. A delivery event that arrives later settles each person by itself.")));
    addContent(makeChoice(tr("Count as sent"),
                          tr("Nothing is sent. Someone who did not get it stays without the message.")));
    addContent(makeChoice(tr("Send again"),
                          tr("Everybody gets it. Someone who did get it gets it twice, and Meta may "
                             "charge for both.")));
    addButton(tr("Send again"), ButtonKind::Danger, kResend)->setObjectName(u"resendButton"_s);
    addButton(tr("Count as sent"), ButtonKind::Outlined, kAccept)->setObjectName(u"acceptButton"_s);
    addButton(tr("Keep waiting"), ButtonKind::Primary, QDialog::Rejected, true);
    connect(this, &QDialog::finished, this, [this](int result) {
        if (result == kAccept)
            emit chosen(ResolveChoice::Accept);
        else if (result == kResend)
            emit chosen(ResolveChoice::Resend);
    });
}
