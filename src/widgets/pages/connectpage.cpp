#include "widgets/pages/connectpage.h"

#include "widgets/controls/button.h"
#include "widgets/controls/card.h"
#include "widgets/controls/firstfocus.h"
#include "widgets/controls/pageheader.h"
#include "widgets/controls/textlabel.h"
#include "widgets/pages/accountform.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QShortcut>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

QWidget *makeGuide(ConnectPage *page)
{
    auto *guide = new Card{20};
    guide->setFixedWidth(std::max(340, scaledWithText(300)));
    QVBoxLayout *column = guide->column();
    column->addWidget(new TextLabel{ConnectPage::tr("Where to find them"), TypeRole::CardTitle});
    const QStringList steps{
        ConnectPage::tr("Open your app in Meta's developer pages and choose WhatsApp → API setup."),
        ConnectPage::tr("Choose the number you send from. Both IDs stand below it."),
        ConnectPage::tr(
            "Make a system user in the business settings, give it your app and the WhatsApp account, and "
            "create an access key with whatsapp_business_messaging and whatsapp_business_management."),
        ConnectPage::tr("Paste everything here. We ask Meta who it is before anything is stored."),
    };
    int number = 1;
    for (const QString &step : steps) {
        auto *row = new QHBoxLayout;
        row->setSpacing(10);
        auto *mark = new TextLabel{QLocale{}.toString(number++), TypeRole::BodyBold, TextLabel::Ink::Primary};
        mark->setAlignment(Qt::AlignTop);
        row->addWidget(mark, 0, Qt::AlignTop);
        auto *words = new TextLabel{step, TypeRole::Body, TextLabel::Ink::Text2};
        words->setWordWrap(true);
        row->addWidget(words, 1);
        column->addSpacing(12);
        column->addLayout(row);
    }
    column->addSpacing(12);
    auto *link = new Button{ConnectPage::tr("Open Meta's guide"), ButtonKind::Link, u"external"_s};
    column->addWidget(link, 0, Qt::AlignLeft);
    column->addStretch();
    QObject::connect(link, &Button::clicked, page, [page] {
        emit page->linkRequested(
            QUrl{u"https://developers.facebook.com/docs/whatsapp/cloud-api/get-started"_s});
    });
    return guide;
}

} // namespace

ConnectPage::ConnectPage(QWidget *parent)
    : QWidget{parent}
    , m_form{new AccountForm}
{
    auto *header = new PageHeader{tr("Connect your number")};
    header->setContext(
        tr("Two IDs and an access key from Meta. Nothing is saved before Meta has confirmed them."));
    header->setLeading(PageHeader::Leading::Back);

    auto *formCard = new Card{24};
    formCard->column()->addWidget(m_form);
    auto *content = new QWidget;
    auto *panes = new QHBoxLayout{content};
    panes->setContentsMargins(24, 0, 24, 20);
    panes->setSpacing(20);
    panes->addWidget(formCard, 1, Qt::AlignTop);
    panes->addWidget(makeGuide(this), 0, Qt::AlignTop);
    auto *scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);

    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(scroll, 1);
    setFirstFocus(this, m_form);

    connect(header, &PageHeader::backRequested, this, &ConnectPage::backRequested);
    connect(m_form, &AccountForm::cancelled, this, &ConnectPage::backRequested);
    connect(new QShortcut{QKeySequence{u"Alt+Left"_s}, this}, &QShortcut::activated, this,
            &ConnectPage::backRequested);
}
