#include "widgets/controls/sendinghours.h"

#include "widgets/controls/button.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/typography.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QSignalBlocker>
#include <QTimeEdit>

using namespace Qt::StringLiterals;

namespace {

constexpr int kMinutesADay = 24 * 60;

QTime timeOf(int minute)
{
    return QTime{0, 0}.addSecs(minute % kMinutesADay * 60);
}

int minuteOf(const QTime &time)
{
    return time.hour() * 60 + time.minute();
}

void dress(QTimeEdit *edit, const QString &accessibleName)
{
    edit->setLayoutDirection(Qt::LeftToRight); // before the format, which would be reversed otherwise
    edit->setDisplayFormat(u"HH:mm"_s);
    edit->setAccessibleName(accessibleName);
    edit->setMinimumWidth(scaledWithText(84));
}

/// A QTimeEdit knows no 24:00. This one writes its midnight so, and reads it.
class EndOfDayEdit final : public QTimeEdit
{
protected:
    QString textFromDateTime(const QDateTime &time) const override
    {
        const QString text = QTimeEdit::textFromDateTime(time);
        return text == midnight() ? endOfDay() : text;
    }

    QDateTime dateTimeFromText(const QString &text) const override
    {
        return QTimeEdit::dateTimeFromText(text == endOfDay() ? midnight() : text);
    }

    QValidator::State validate(QString &text, int &position) const override
    {
        return text == endOfDay() ? QValidator::Acceptable : QTimeEdit::validate(text, position);
    }

private:
    static QString midnight() { return u"00:00"_s; }
    static QString endOfDay() { return u"24:00"_s; }
};

QWidget *inOneRow(std::initializer_list<QWidget *> widgets, int spacing)
{
    auto *together = new QWidget;
    auto *row = new QHBoxLayout{together};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing);
    for (QWidget *widget : widgets)
        row->addWidget(widget);
    return together;
}

} // namespace

SendingHours::SendingHours(QWidget *parent)
    : QWidget{parent}
    , m_from{makeTimeEdit(tr("Sending hours from"))}
    , m_to{new EndOfDayEdit}
{
    dress(m_to, tr("Sending hours to"));
    m_to->setWrapping(true); // the end of the day is one step behind 23:00
    m_from->setObjectName(u"fromEdit"_s);
    m_to->setObjectName(u"toEdit"_s);
    auto *until = new TextLabel{tr("to", "between two times of day"), TypeRole::Body, TextLabel::Ink::Text2};
    const QLocale locale;
    auto *days = inOneRow({}, 6);
    for (size_t day = 0; day < m_days.size(); ++day) {
        const int number = static_cast<int>(day) + 1;
        auto *button = new Button{locale.standaloneDayName(number, QLocale::ShortFormat), ButtonKind::Toggle};
        button->setAccessibleName(locale.standaloneDayName(number, QLocale::LongFormat));
        button->setObjectName(u"day%1"_s.arg(number));
        m_days[day] = button;
        days->layout()->addWidget(button);
        connect(button, &Button::clicked, this, &SendingHours::daysChanged);
    }
    // The days go below the hours where both do not fit into one row.
    auto *row = new FlowLayout{16, 8, this};
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(inOneRow({m_from, until, m_to}, 8));
    row->addWidget(days);
    for (QTimeEdit *edit : {m_from, m_to}) {
        connect(edit, &QTimeEdit::timeChanged, this, &SendingHours::hoursChanged);
        connect(edit, &QTimeEdit::editingFinished, this, &SendingHours::hoursEntered);
    }
    setSendingWindow({});
}

void SendingHours::setSendingWindow(const SendingWindow &window)
{
    const QSignalBlocker fromBlocker{m_from};
    const QSignalBlocker toBlocker{m_to};
    m_from->setTime(timeOf(window.fromMinute));
    m_to->setTime(timeOf(window.toMinute));
    for (size_t day = 0; day < m_days.size(); ++day)
        m_days[day]->setChecked(window.days & (1U << day));
}

SendingWindow SendingHours::sendingWindow() const
{
    SendingWindow window;
    window.fromMinute = minuteOf(m_from->time());
    const int to = minuteOf(m_to->time());
    window.toMinute = to == 0 ? kMinutesADay : to;
    window.days = 0;
    for (size_t day = 0; day < m_days.size(); ++day) {
        if (m_days[day]->isChecked())
            window.days |= static_cast<quint8>(1U << day);
    }
    return window;
}

void SendingHours::focusHours()
{
    m_from->setFocus(Qt::TabFocusReason);
}

void SendingHours::focusDays()
{
    m_days.front()->setFocus(Qt::TabFocusReason);
}

QTimeEdit *makeTimeEdit(const QString &accessibleName)
{
    auto *edit = new QTimeEdit;
    dress(edit, accessibleName);
    return edit;
}
