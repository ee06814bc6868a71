#include "widgets/wizard/checklist.h"

#include "presentation/wording.h"
#include "widgets/controls/button.h"
#include "widgets/controls/statusbadge.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/theme.h"
#include "widgets/wizard/hintline.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QString iconFor(CheckLevel level)
{
    switch (level) {
    case CheckLevel::Block: return u"error"_s;
    case CheckLevel::Warn: return u"warning"_s;
    case CheckLevel::Pass: return u"check-circle"_s;
    }
    Q_UNREACHABLE();
}

Tone toneFor(CheckLevel level)
{
    switch (level) {
    case CheckLevel::Block: return Tone::Red;
    case CheckLevel::Warn: return Tone::Amber;
    case CheckLevel::Pass: return Tone::Green;
    }
    Q_UNREACHABLE();
}

int rank(CheckLevel level)
{
    switch (level) {
    case CheckLevel::Block: return 0;
    case CheckLevel::Warn: return 1;
    case CheckLevel::Pass: return 2;
    }
    Q_UNREACHABLE();
}

/// The mark of a level, in its colour.
class LevelIcon final : public QWidget
{
public:
    LevelIcon(CheckLevel level, int size)
        : m_level{level}
    {
        setFixedSize(size, size);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter{this};
        drawIcon(&painter, rect(), iconFor(m_level), Theme::of(this).tone(toneFor(m_level)).mark);
    }

private:
    CheckLevel m_level;
};

/// A small pill without a glyph.
class WordPill final : public QWidget
{
public:
    WordPill(const QString &word, Tone tone)
        : m_word{word}
        , m_tone{tone}
    {
        setAccessibleName(word);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics{fontFor(TypeRole::Label)};
        return {metrics.horizontalAdvance(m_word) + 16, std::max(20, metrics.height() + 2)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const ToneColors colors = Theme::of(this).tone(m_tone);
        QPainter painter{this};
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.background);
        painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
        painter.setFont(fontFor(TypeRole::Label));
        painter.setPen(colors.foreground);
        painter.drawText(rect(), Qt::AlignCenter, m_word);
    }

private:
    QString m_word;
    Tone m_tone;
};

/// What the page says already, or what never came up, would only make the list longer.
bool isWorthALine(const PreflightCheck &check)
{
    const bool isPlain = check.id == "name"_L1 || check.id == "recipients"_L1 || check.id == "rate"_L1
        || check.id == "us_marketing"_L1 || check.id == "workspace_folder"_L1 || check.id == "cost"_L1;
    return check.level != CheckLevel::Pass || !isPlain;
}

QString fixText(const PreflightCheck &check)
{
    if (check.id == "template"_L1 || check.id == "header_media"_L1 || check.id == "name"_L1)
        return CheckList::tr("Go to details");
    if (check.id == "recipients"_L1 || check.id == "variables"_L1 || check.id == "us_marketing"_L1)
        return CheckList::tr("Go to recipients");
    if (check.id == "window"_L1 || check.id == "rate"_L1 || check.id == "budget"_L1)
        return CheckList::tr("Go to settings");
    if (check.id == "account"_L1)
        return CheckList::tr("Connect number");
    return {};
}

} // namespace

/// How many checks of one level.
class CheckList::Tally final : public QWidget
{
public:
    explicit Tally(CheckLevel level)
        : m_level{level}
        , m_words{new TextLabel{{}, TypeRole::Label}}
    {
        auto *row = new QHBoxLayout{this};
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(6);
        row->addWidget(new LevelIcon{level, 16});
        row->addWidget(m_words);
        setCount(0);
    }

    void setCount(int count)
    {
        switch (m_level) {
        case CheckLevel::Block: m_words->setText(CheckList::tr("%Ln problems", nullptr, count)); break;
        case CheckLevel::Warn: m_words->setText(CheckList::tr("%Ln worth a look", nullptr, count)); break;
        case CheckLevel::Pass: m_words->setText(CheckList::tr("%Ln passed", nullptr, count)); break;
        }
    }

private:
    CheckLevel m_level;
    TextLabel *m_words;
};

/// One check: its mark, what it found, and where to mend it.
class CheckList::Row final : public QWidget
{
public:
    Row(const PreflightCheck &check, CheckList *list)
        : m_isRaised{check.level != CheckLevel::Pass}
    {
        auto *row = new QHBoxLayout{this};
        row->setContentsMargins(16, 8, 16, 8);
        row->setSpacing(12);
        row->addWidget(new LevelIcon{check.level, 20});

        auto *titleRow = new QHBoxLayout;
        titleRow->setSpacing(8);
        titleRow->addWidget(new TextLabel{checkTitle(check), TypeRole::BodyBold});
        if (check.level == CheckLevel::Warn)
            titleRow->addWidget(new WordPill{CheckList::tr("Worth a look"), Tone::Amber}, 0,
                                Qt::AlignVCenter);
        else if (check.level == CheckLevel::Block)
            titleRow->addWidget(new WordPill{CheckList::tr("Must be solved"), Tone::Red}, 0,
                                Qt::AlignVCenter);
        titleRow->addStretch();
        auto *message = new TextLabel{check.message, TypeRole::Label, TextLabel::Ink::Text2};
        message->setWordWrap(true);
        auto *words = new QVBoxLayout;
        words->setSpacing(0);
        words->addLayout(titleRow);
        words->addWidget(message);
        row->addLayout(words, 1);

        const QString fix = fixText(check);
        if (m_isRaised && !fix.isEmpty()) {
            auto *button = new Button{fix};
            button->setSmall(true);
            button->setObjectName(u"fix_"_s + check.id);
            row->addWidget(button);
            connect(button, &Button::clicked, list, [list, id = check.id] { emit list->fixRequested(id); });
        }
        setAccessibleName(checkTitle(check));
        setAccessibleDescription(check.message);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::of(this);
        QPainter painter{this};
        if (m_isRaised)
            painter.fillRect(rect(), theme.surface2);
        painter.fillRect(QRect{0, 0, width(), 1}, theme.border);
    }

private:
    bool m_isRaised;
};

CheckList::CheckList(QWidget *parent)
    : Card{0, parent}
    , m_blocked{new Tally{CheckLevel::Block}}
    , m_warned{new Tally{CheckLevel::Warn}}
    , m_passed{new Tally{CheckLevel::Pass}}
    , m_againButton{new Button{tr("Check again"), ButtonKind::Quiet, u"retry"_s}}
    , m_state{new HintLine}
    , m_rows{new QVBoxLayout}
{
    m_againButton->setSmall(true);
    m_againButton->setObjectName(u"checkAgain"_s);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 11, 16, 11);
    head->setSpacing(14);
    head->addWidget(new TextLabel{tr("Before it leaves"), TypeRole::CardTitle});
    head->addStretch();
    head->addWidget(m_blocked);
    head->addWidget(m_warned);
    head->addWidget(m_passed);
    head->addWidget(m_againButton);
    column()->addLayout(head);
    m_state->setContentsMargins(16, 0, 16, 10);
    column()->addWidget(m_state);
    m_rows->setSpacing(0);
    column()->addLayout(m_rows);
    connect(m_againButton, &Button::clicked, this, &CheckList::checkAgainRequested);
}

void CheckList::showChecking()
{
    m_state->setProblem({});
    m_state->setHint(tr("Checking…"));
    m_againButton->setEnabled(false);
}

void CheckList::showChecks(const std::vector<PreflightCheck> &checks)
{
    m_state->setProblem({});
    m_state->setHint({});
    m_againButton->setEnabled(true);
    clearRows();
    std::vector<PreflightCheck> ordered = checks;
    std::stable_sort(ordered.begin(), ordered.end(), [](const PreflightCheck &a, const PreflightCheck &b) {
        return rank(a.level) < rank(b.level);
    });
    std::array<int, 3> counts{};
    for (const PreflightCheck &check : ordered) {
        if (!isWorthALine(check))
            continue;
        ++counts.at(static_cast<size_t>(rank(check.level)));
        m_rows->addWidget(new Row{check, this});
    }
    m_blocked->setCount(counts[0]);
    m_warned->setCount(counts[1]);
    m_passed->setCount(counts[2]);
}

void CheckList::showError(const Error &error)
{
    m_againButton->setEnabled(true);
    m_state->setProblem(tr("The checks could not be made: %1").arg(error.message));
}

void CheckList::clearRows()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        // The click that led here may have come from one of these rows.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}
