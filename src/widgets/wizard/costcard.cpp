#include "widgets/wizard/costcard.h"

#include "presentation/costwords.h"
#include "widgets/controls/button.h"
#include "widgets/controls/textlabel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr size_t kMostRows = 8;
}

CostCard::CostCard(QWidget *parent)
    : Card{16, parent}
    , m_words{new TextLabel{{}, TypeRole::Label, TextLabel::Ink::Text2}}
    , m_table{new QWidget}
    , m_grid{new QGridLayout{m_table}}
    , m_rates{new Button{tr("Go to rates"), ButtonKind::Outlined}}
{
    setObjectName(u"costCard"_s);
    column()->setContentsMargins(16, 12, 16, 12);
    column()->setSpacing(8);
    m_words->setWordWrap(true);
    m_words->setObjectName(u"costWords"_s);
    m_rates->setObjectName(u"ratesButton"_s);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new TextLabel{tr("What it costs"), TypeRole::BodyBold});
    words->addWidget(m_words);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addLayout(words, 1);
    row->addWidget(m_rates, 0, Qt::AlignVCenter);
    column()->addLayout(row);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(24);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(0, 1);
    column()->addWidget(m_table);
    connect(m_rates, &Button::clicked, this, &CostCard::ratesRequested);
    setEstimate({});
}

void CostCard::setEstimate(const std::optional<CostEstimate> &estimate)
{
    m_rates->setVisible(!estimate || estimate->withoutPrice > 0);
    m_table->setVisible(estimate && estimate->lines.size() > 0);
    if (!estimate) {
        m_words->setText(
            tr("There is no rate card in force. Import Meta's prices once, and every campaign says "
               "here what it costs before anything leaves."));
        return;
    }
    QStringList sentences;
    for (const QString &sentence : estimateSentences(*estimate))
        sentences << sentence;
    m_words->setText(sentences.join(u' '));
    showRows(*estimate);
}

void CostCard::showRows(const CostEstimate &estimate)
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int line = 0;
    const auto add = [&](const CostRow &row, TextLabel::Ink ink) {
        m_grid->addWidget(new TextLabel{row.name, TypeRole::Label, ink}, line, 0);
        m_grid->addWidget(new TextLabel{row.people, TypeRole::Label, ink}, line, 1, Qt::AlignTrailing);
        m_grid->addWidget(new TextLabel{row.amount, TypeRole::Label, ink}, line, 2, Qt::AlignTrailing);
        ++line;
    };
    add({tr("Country"), tr("People"), tr("Up to")}, TextLabel::Ink::Text3);
    for (const CostRow &row : costRows(estimate, kMostRows))
        add(row, TextLabel::Ink::Text);
}
