#include "widgets/campaign/misseddialog.h"

#include "presentation/wording.h"
#include "widgets/controls/button.h"
#include "widgets/controls/card.h"
#include "widgets/controls/textlabel.h"
#include "widgets/wizard/hintline.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QTimeEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidthWithList = 560;
constexpr int kTallestList = 420;

} // namespace

MissedDialog::MissedDialog(std::vector<MissedCampaign> missed, const Clock &clock, QWidget *parent)
    : MessageDialog{tr("What about %Ln missed campaigns?", nullptr, static_cast<int>(missed.size())),
                    tr("Their time came while Fanfare was not running, more than two hours before it was opened. "
                       "Nothing of them has left."),
                    parent}
    , m_missed{std::move(missed)}
    , m_clock{clock}
{
    setObjectName(u"missedDialog"_s);
    setMaximumWidth(scaledWithText(kWidthWithList) + 120);
    setMinimumWidth(scaledWithText(kWidthWithList));
    auto *list = new QWidget;
    auto *column = new QVBoxLayout{list};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    for (const MissedCampaign &campaign : m_missed)
        column->addWidget(makeRow(campaign));
    column->addStretch();
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(list);
    area->setMinimumHeight(std::min(list->sizeHint().height(), scaledWithText(kTallestList)));
    addContent(area);
    addButton(tr("Decide later"), ButtonKind::Outlined, QDialog::Rejected);
    addButton(tr("Do this"), ButtonKind::Primary, QDialog::Accepted, true)->setObjectName(u"decideButton"_s);
}

void MissedDialog::done(int result)
{
    if (result == QDialog::Accepted) {
        if (!hasFutureTimes())
            return;
        for (size_t i = 0; i < m_rows.size(); ++i) {
            switch (static_cast<Choice>(m_rows[i].choice->currentData().toInt())) {
            case Choice::Leave: emit leaveRequested(m_missed[i].id); break;
            case Choice::Send: emit sendRequested(m_missed[i].id); break;
            case Choice::Reschedule: emit rescheduleRequested(m_missed[i].id, momentOf(m_rows[i])); break;
            }
        }
    }
    MessageDialog::done(result);
}

QWidget *MissedDialog::makeRow(const MissedCampaign &missed)
{
    auto *card = new Card{12};
    setFrameLook(card, FrameLook::Note);
    auto *name = new TextLabel{missed.name, TypeRole::BodyBold};
    name->setWordWrap(true);
    card->column()->addWidget(name);
    card->column()->addWidget(new TextLabel{
        tr("Due %1 · %2")
            .arg(momentText(missed.due), tr("%Ln people", nullptr, missed.people)),
        TypeRole::Label, TextLabel::Ink::Text2});
    card->column()->addSpacing(8);

    Row row;
    row.choice = new QComboBox;
    row.choice->setObjectName(u"missedChoice"_s);
    row.choice->setAccessibleName(tr("What becomes of “%1”").arg(missed.name));
    row.choice->addItem(tr("Leave it paused"), static_cast<int>(Choice::Leave));
    row.choice->addItem(tr("Send it now"), static_cast<int>(Choice::Send));
    row.choice->addItem(tr("Send it at another time"), static_cast<int>(Choice::Reschedule));
    row.day = new QDateEdit;
    row.day->setCalendarPopup(true);
    row.day->setAccessibleName(tr("Day"));
    row.day->setDisplayFormat(tr("ddd d MMM yyyy", "Qt date format"));
    row.day->setMinimumWidth(scaledWithText(170));
    row.time = new QTimeEdit;
    row.time->setLayoutDirection(Qt::LeftToRight); // before the format, which would be reversed otherwise
    row.time->setDisplayFormat(u"HH:mm"_s);
    row.time->setAccessibleName(tr("Time"));
    // The same time of day, on the next day that has it still to come.
    QDateTime next = toDateTime(missed.due).toLocalTime();
    const QDateTime now = toDateTime(m_clock.now()).toLocalTime();
    next.setDate(now.date());
    row.day->setDate(next > now ? now.date() : now.date().addDays(1));
    row.time->setTime(next.time());
    row.moment = new QWidget;
    auto *moment = new QHBoxLayout{row.moment};
    moment->setContentsMargins(0, 8, 0, 0);
    moment->setSpacing(10);
    moment->addWidget(row.day);
    moment->addWidget(row.time);
    moment->addStretch();
    row.hint = new HintLine;
    row.moment->hide();
    card->column()->addWidget(row.choice, 0, Qt::AlignLeading);
    card->column()->addWidget(row.moment);
    card->column()->addWidget(row.hint);
    connect(row.choice, &QComboBox::currentIndexChanged, this, [row] {
        row.moment->setVisible(row.choice->currentData().toInt() == static_cast<int>(Choice::Reschedule));
        row.hint->setProblem({});
    });
    m_rows.push_back(row);
    return card;
}

bool MissedDialog::hasFutureTimes()
{
    bool isFine = true;
    for (const Row &row : m_rows) {
        const bool isPast = row.choice->currentData().toInt() == static_cast<int>(Choice::Reschedule)
            && momentOf(row) <= m_clock.now();
        row.hint->setProblem(isPast ? tr("Choose a time that is still to come") : QString{});
        if (isPast && isFine)
            row.day->setFocus(Qt::TabFocusReason);
        isFine = isFine && !isPast;
    }
    return isFine;
}

UtcTime MissedDialog::momentOf(const Row &row) const
{
    return fromDateTime(QDateTime{row.day->date(), row.time->time()});
}
