#include "widgets/wizard/wizardfooter.h"

#include "presentation/wording.h"
#include "widgets/controls/button.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/fanfarestyle.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

/// A small mark in the colour of "all well" or of trouble.
class WizardFooter::SavedMark final : public QWidget
{
public:
    SavedMark() { setFixedSize(16, 16); }

    void setLook(const QString &icon, Tone tone)
    {
        m_icon = icon;
        m_tone = tone;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter{this};
        drawIcon(&painter, rect(), m_icon, Theme::of(this).tone(m_tone).mark);
    }

private:
    QString m_icon = u"check"_s;
    Tone m_tone = Tone::Green;
};

WizardFooter::WizardFooter(QWidget *parent)
    : QFrame{parent}
    , m_closeButton{new Button{tr("Save and close"), ButtonKind::Quiet}}
    , m_savedMark{new SavedMark}
    , m_savedLabel{new TextLabel{{}, TypeRole::Label, TextLabel::Ink::Text2}}
    , m_note{new TextLabel{{}, TypeRole::Body, TextLabel::Ink::Text2}}
    , m_backButton{new Button{tr("Back")}}
    , m_otherButton{new Button}
    , m_nextButton{new Button{{}, ButtonKind::Primary}}
{
    setFrameLook(this, FrameLook::Footer);
    setMinimumHeight(60);
    m_closeButton->setObjectName(u"saveAndClose"_s);
    m_backButton->setObjectName(u"backButton"_s);
    m_otherButton->setObjectName(u"otherButton"_s);
    m_nextButton->setObjectName(u"nextButton"_s);
    m_savedLabel->setElided(true);
    m_note->setTextFormat(Qt::RichText);

    auto *row = new QHBoxLayout{this};
    row->setContentsMargins(24, 0, 24, 0);
    row->setSpacing(8);
    row->addWidget(m_closeButton);
    row->addSpacing(16);
    row->addWidget(m_savedMark);
    row->addWidget(m_savedLabel);
    row->addStretch();
    row->addWidget(m_note);
    row->addSpacing(8);
    row->addWidget(m_backButton);
    row->addWidget(m_otherButton);
    row->addWidget(m_nextButton);

    connect(m_closeButton, &Button::clicked, this, &WizardFooter::closeRequested);
    connect(m_backButton, &Button::clicked, this, &WizardFooter::backRequested);
    connect(m_otherButton, &Button::clicked, this, &WizardFooter::sendNowRequested);
    connect(m_nextButton, &Button::clicked, this, &WizardFooter::nextRequested);
}

void WizardFooter::setState(const WizardFooterState &state)
{
    const bool isReview = state.step == WizardStep::Review;
    const QString people = countText(state.people);
    m_closeButton->setText(isReview ? tr("Save as draft") : tr("Save and close"));
    m_backButton->setVisible(state.step != WizardStep::Details);
    m_backButton->setText(state.isImporting ? tr("Stop adding") : tr("Back"));
    m_backButton->setEnabled(!state.isBusy || state.isImporting);
    m_note->setVisible(state.step == WizardStep::Recipients && state.people > 0);
    //: %1 is a number in bold
    m_note->setText(tr("%1 people will get this campaign")
                        .arg(u"<b style=\"color:%1\">%2</b>"_s.arg(Theme::of(this).text.name(), people)));
    m_otherButton->setVisible(isReview && state.when != SendWhen::Now);
    m_otherButton->setText(tr("Send %1 now…").arg(people));
    m_otherButton->setEnabled(!state.isBusy && state.maySendNow);
    nameNext(state);
    m_nextButton->setKind(state.leadsElsewhere ? ButtonKind::Outlined : ButtonKind::Primary);
    m_nextButton->setEnabled(!state.isBusy && state.mayGoOn);
    const bool isHeldUp = isReview && !state.mayGoOn && !state.isBusy;
    m_nextButton->setToolTip(isHeldUp ? tr("Solve the problems marked in red first") : QString{});
}

void WizardFooter::setSaving(Saving saving, const std::optional<UtcTime> &at, const QString &problem)
{
    const bool isFailed = saving == Saving::Failed;
    m_savedMark->setVisible(saving == Saving::Done || isFailed);
    m_savedMark->setLook(isFailed ? u"error"_s : u"check"_s, isFailed ? Tone::Red : Tone::Green);
    m_savedLabel->setInk(isFailed ? TextLabel::Ink::Red : TextLabel::Ink::Text2);
    m_savedLabel->setToolTip(isFailed ? problem : QString{});
    switch (saving) {
    case Saving::NotYet: m_savedLabel->setText(tr("Saved as you type")); break;
    case Saving::Running: m_savedLabel->setText(tr("Saving…")); break;
    case Saving::Done:
        m_savedLabel->setText(at ? tr("Draft saved %1").arg(shortTimeText(*at)) : tr("Draft saved"));
        break;
    case Saving::Failed: m_savedLabel->setText(tr("Not saved: %1").arg(problem)); break;
    }
}

bool WizardFooter::mayGoOn() const
{
    return m_nextButton->isEnabled();
}

/// The button says what it leads to.
void WizardFooter::nameNext(const WizardFooterState &state)
{
    m_nextButton->setIconName({});
    switch (state.step) {
    case WizardStep::Details: m_nextButton->setText(tr("Next: recipients")); return;
    case WizardStep::Recipients: m_nextButton->setText(tr("Next: settings")); return;
    case WizardStep::Settings: m_nextButton->setText(tr("Next: review")); return;
    case WizardStep::Review: break;
    }
    switch (state.when) {
    case SendWhen::Now:
        m_nextButton->setText(tr("Send to %Ln people…", nullptr, static_cast<int>(state.people)));
        m_nextButton->setIconName(u"send"_s);
        return;
    case SendWhen::AtTime:
        m_nextButton->setText(state.moment.isEmpty() ? tr("Schedule")
                                                     : tr("Schedule for %1").arg(state.moment));
        m_nextButton->setIconName(u"calendar"_s);
        return;
    case SendWhen::Later: m_nextButton->setText(tr("Create campaign")); return;
    }
}
