#include "widgets/wizard/previewcard.h"

#include "widgets/controls/textlabel.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>
#include <QTime>
#include <QUrl>
#include <QVBoxLayout>

PreviewCard::PreviewCard(QWidget *parent)
    : Card{16, parent}
    , m_preview{new MessagePreview}
    , m_titleRow{new QHBoxLayout}
{
    auto *title = new TextLabel{tr("Preview"), TypeRole::CardTitle};
    title->setMinimumHeight(scaledWithText(28));
    m_titleRow->setSpacing(4);
    m_titleRow->addWidget(title);
    m_titleRow->addStretch();
    column()->addLayout(m_titleRow);
    column()->addSpacing(12);
    column()->addWidget(m_preview, 1);
    column()->addSpacing(10);
}

void PreviewCard::showMessage(const MessageTemplate &messageTemplate, const Variables &values,
                              const HeaderMedia &media)
{
    m_preview->setMessage(messageTemplate.rendered(values), messageTemplate.buttons,
                          previewMedia(media, messageTemplate.headerFormat),
                          QLocale{}.toString(QTime::currentTime(), tr("HH:mm", "Qt time format")));
}

void PreviewCard::showNothing(const QString &sentence)
{
    m_preview->clear(sentence);
}

void PreviewCard::addToTitle(QWidget *widget)
{
    m_titleRow->addWidget(widget);
}

void PreviewCard::addBelow(QWidget *widget)
{
    column()->addWidget(widget);
}

PreviewMedia previewMedia(const HeaderMedia &media, HeaderFormat format)
{
    PreviewMedia shown{format, {}, {}};
    switch (media.kind) {
    case HeaderMedia::Kind::None: break;
    case HeaderMedia::Kind::File: {
        const QFileInfo file{media.value};
        //: A file and its size: "lisboa.jpg · 412 kB"
        shown.caption = file.isReadable()
            ? PreviewCard::tr("%1 · %2").arg(
                file.fileName(), QLocale{}.formattedDataSize(file.size(), 0, QLocale::DataSizeSIFormat))
            : file.fileName();
        if (format == HeaderFormat::Image && file.isReadable())
            shown.localFile = media.value;
        break;
    }
    case HeaderMedia::Kind::Link: shown.caption = QUrl{media.value}.fileName(); break;
    case HeaderMedia::Kind::Id: shown.caption = PreviewCard::tr("Media %1").arg(media.value); break;
    }
    return shown;
}

Variables exampleValues(const MessageTemplate &messageTemplate)
{
    Variables values;
    for (const TemplateVariable &variable : messageTemplate.variables())
        values.insert(variable.key, variable.example);
    return values;
}
