#include "widgets/campaign/retrydialog.h"

#include "presentation/wording.h"
#include "widgets/controls/button.h"
#include "widgets/controls/card.h"
#include "widgets/controls/textlabel.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kReasonsShown = 4;

QString titleFor(const RetryOffer &offer)
{
    return offer.offered.empty()
        ? RetryDialog::tr("None of the %Ln failed people may be tried again", nullptr, offer.peopleLeft())
        : RetryDialog::tr("Try %Ln failed people again?", nullptr, offer.people());
}

QString bodyFor(const RetryOffer &offer)
{
    if (offer.offered.empty())
        return RetryDialog::tr(
            "A second try would end the same way. To write to them after all, follow up: a "
            "new campaign for people whose message failed.");
    QString words = RetryDialog::tr(
        "Their trouble was a passing one. Each message that Meta accepts is charged as usual.");
    if (offer.heldUntil)
        words += u' '
            + RetryDialog::tr("%Ln of them must wait until %1, because Meta asks for that.", nullptr,
                              offer.held)
                  .arg(momentText(*offer.heldUntil));
    return words;
}

/// Why some stay failed, the commonest reasons first.
QWidget *makeReasons(const RetryOffer &offer)
{
    auto *frame = new Card{12};
    setFrameLook(frame, FrameLook::Note);
    if (!offer.offered.empty())
        frame->column()->addWidget(new TextLabel{
            RetryDialog::tr("%Ln others stay failed", nullptr, offer.peopleLeft()), TypeRole::BodyBold});
    int unnamed = offer.peopleLeft();
    for (size_t i = 0; i < std::min(offer.left.size(), kReasonsShown); ++i) {
        const RetryOffer::Group &group = offer.left[i];
        //: how many people, and why their message failed
        auto *line = new TextLabel{RetryDialog::tr("%1: %2").arg(countText(group.people), group.message),
                                   TypeRole::Label, TextLabel::Ink::Text2};
        line->setWordWrap(true);
        frame->column()->addWidget(line);
        unnamed -= group.people;
    }
    if (unnamed > 0)
        frame->column()->addWidget(new TextLabel{RetryDialog::tr("%Ln for other reasons", nullptr, unnamed),
                                                 TypeRole::Label, TextLabel::Ink::Text2});
    return frame;
}

} // namespace

RetryDialog::RetryDialog(const RetryOffer &offer, QWidget *parent)
    : MessageDialog{titleFor(offer), bodyFor(offer), parent}
{
    setObjectName(u"retryDialog"_s);
    if (!offer.left.empty())
        addContent(makeReasons(offer));
    if (offer.offered.empty()) {
        addButton(tr("Close"), ButtonKind::Primary, QDialog::Rejected, true);
        return;
    }
    addButton(tr("Leave them"), ButtonKind::Outlined, QDialog::Rejected);
    addButton(tr("Try again"), ButtonKind::Primary, QDialog::Accepted, true)->setObjectName(u"retryButton"_s);
}
