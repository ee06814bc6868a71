#include "widgets/controls/stepindicator.h"

#include "widgets/theme/icon.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/typography.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int kDisc = 24;
constexpr int kGap = 8;

} // namespace

class StepIndicator::Step final : public QAbstractButton
{
public:
    Step(int number, const QString &name, QWidget *parent)
        : QAbstractButton{parent}
        , m_number{number}
    {
        setText(name);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics{fontFor(isCurrent ? TypeRole::BodyBold : TypeRole::Body)};
        return {kDisc + kGap + metrics.horizontalAdvance(text()) + 1, std::max(kDisc + 4, metrics.height())};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

    bool isCurrent = false;
    bool isDone = false;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::of(this);
        QPainter painter{this};
        painter.setRenderHint(QPainter::Antialiasing);

        const QRect disc =
            QStyle::visualRect(layoutDirection(), rect(), {0, (height() - kDisc) / 2, kDisc, kDisc});
        const bool showsCheck = isDone && !isCurrent;
        QColor fill = theme.surface;
        QColor edge = theme.borderStrong;
        QColor words = theme.text2;
        if (isCurrent) {
            fill = edge = theme.primary;
            words = theme.onPrimary;
        } else if (showsCheck) {
            fill = theme.primarySoft;
            edge = theme.primary;
            words = theme.primaryText;
        } else if (underMouse() && isEnabled()) {
            fill = theme.hover;
        }
        painter.setPen(QPen{edge, 1.5});
        painter.setBrush(fill);
        painter.drawEllipse(QRectF{disc}.adjusted(0.75, 0.75, -0.75, -0.75));
        if (showsCheck) {
            drawIcon(&painter, disc.adjusted(4, 4, -4, -4), u"check"_s, words);
        } else {
            painter.setFont(fontFor(isCurrent ? TypeRole::LabelBold : TypeRole::Label));
            painter.setPen(words);
            painter.drawText(disc, Qt::AlignCenter, QLocale{}.toString(m_number));
        }

        painter.setFont(fontFor(isCurrent ? TypeRole::BodyBold : TypeRole::Body));
        painter.setPen(isCurrent ? theme.text : theme.text2);
        const QRect name =
            QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(kDisc + kGap, 0, 0, 0));
        painter.drawText(name, Qt::TextSingleLine | Qt::AlignVCenter | Qt::AlignLeading, text());
    }

private:
    int m_number;
};

class StepIndicator::Line final : public QWidget
{
public:
    explicit Line(QWidget *parent)
        : QWidget{parent}
    {
        setFixedSize(32, 2);
    }

    bool isDone = false;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::of(this);
        QPainter{this}.fillRect(QRect{0, 0, width(), isDone ? 2 : 1},
                                isDone ? theme.primary : theme.borderStrong);
    }
};

StepIndicator::StepIndicator(const QStringList &steps, QWidget *parent)
    : QWidget{parent}
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout{this};
    row->setContentsMargins(4, 4, 0, 4); // ends where the content below ends
    row->setSpacing(12);
    for (int i = 0; i < steps.size(); ++i) {
        if (i > 0) {
            m_lines.push_back(new Line{this});
            row->addWidget(m_lines.back());
        }
        auto *step = new Step{i + 1, steps.at(i), this};
        step->setEnabled(i == 0);
        m_steps.push_back(step);
        row->addWidget(step);
        connect(step, &QAbstractButton::clicked, this, [this, i] { emit stepChosen(i); });
    }
    refresh();
}

void StepIndicator::setCurrent(int step)
{
    m_current = step;
    refresh();
}

void StepIndicator::setDone(int step, bool done)
{
    m_steps.at(static_cast<size_t>(step))->isDone = done;
    refresh();
}

void StepIndicator::setReachable(int step, bool reachable)
{
    m_steps.at(static_cast<size_t>(step))->setEnabled(reachable);
}

void StepIndicator::refresh()
{
    const int count = static_cast<int>(m_steps.size());
    for (int i = 0; i < count; ++i) {
        Step *step = m_steps[static_cast<size_t>(i)];
        step->isCurrent = i == m_current;
        QString state = tr("not done yet");
        if (step->isCurrent)
            state = tr("current step");
        else if (step->isDone)
            state = tr("done");
        //: Read aloud for a step of the wizard: number, count, name, state.
        step->setAccessibleName(tr("Step %1 of %2: %3, %4").arg(i + 1).arg(count).arg(step->text(), state));
        step->updateGeometry();
        step->update();
        if (i > 0) {
            Line *line = m_lines[static_cast<size_t>(i - 1)];
            line->isDone = m_steps[static_cast<size_t>(i - 1)]->isDone;
            line->update();
        }
    }
}
