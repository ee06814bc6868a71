#include "widgets/controls/pageheader.h"

#include "widgets/controls/button.h"
#include "widgets/controls/textlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

PageHeader::PageHeader(const QString &title, QWidget *parent)
    : QWidget{parent}
    , m_leadingButton{Button::iconOnly(u"chevron-left"_s, tr("Back"), this)}
    , m_title{new TextLabel{title, TypeRole::PageTitle}}
    , m_context{new TextLabel{{}, TypeRole::Label, TextLabel::Ink::Text2}}
    , m_titleRow{new QHBoxLayout}
    , m_actions{new QHBoxLayout}
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_leadingButton->setIconSize({20, 20});
    m_leadingButton->hide();
    m_title->setElided(true);
    m_context->setElided(true);
    m_titleRow->setSpacing(12);
    m_titleRow->addWidget(m_title);
    m_titleRow->addStretch();
    m_actions->setSpacing(8);

    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch();
    words->addLayout(m_titleRow);
    words->addWidget(m_context);
    words->addStretch();

    auto *row = new QHBoxLayout{this};
    row->setContentsMargins(24, 0, 24, 0);
    row->setSpacing(8);
    row->addWidget(m_leadingButton);
    row->addLayout(words, 1);
    row->addLayout(m_actions);
    row->addStrut(72); // and more where the words are higher, however crowded the page is

    connect(m_leadingButton, &Button::clicked, this, &PageHeader::backRequested);
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->setToolTip(title);
}

void PageHeader::setContext(const QString &context)
{
    m_context->setText(context);
}

void PageHeader::setLeading(Leading leading)
{
    const bool isClose = leading == Leading::Close;
    m_leadingButton->setIconName(isClose ? u"close"_s : u"chevron-left"_s);
    m_leadingButton->setAccessibleName(isClose ? tr("Close") : tr("Back"));
    m_leadingButton->setToolTip(m_leadingButton->accessibleName());
    m_leadingButton->setVisible(leading != Leading::None);
    // The button's own padding hangs into the page margin, so that its arrow lines up with the cards below.
    layout()->setContentsMargins(leading == Leading::None ? 24 : 16, 0, 24, 0);
}

void PageHeader::setTitleMark(QWidget *mark)
{
    // Aligned, so that the mark's own height does not limit the title, whose script may be a tall one.
    m_titleRow->insertWidget(1, mark, 0, Qt::AlignVCenter);
}

void PageHeader::addAction(QWidget *action)
{
    m_actions->addWidget(action);
}
