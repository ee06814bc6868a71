// Shows one scene of the window and saves its picture, to be laid beside the mock-ups:
//   fanfare-gallery components --dark /tmp/components.png
#include "widgets/galleryscenes.h"
#include "widgets/theme/appearance.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTextStream>
#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application{argc, argv};
    QApplication::setApplicationDisplayName(u"Fanfare"_s);

    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument(u"scene"_s, u"One of: "_s + galleryScenes().join(u", "_s));
    parser.addPositionalArgument(u"picture"_s,
                                 u"The PNG to write; without it the scene stays on the screen."_s);
    parser.addOption({u"dark"_s, u"The dark theme."_s});
    parser.addOption({u"rtl"_s, u"Right to left."_s});
    parser.addOption({u"text-scale"_s, u"Enlarge all words."_s, u"factor"_s, u"1"_s});
    parser.addOption({u"size"_s, u"The size of the window."_s, u"WxH"_s, u"1440x900"_s});
    parser.process(application);
    const QStringList arguments = parser.positionalArguments();
    if (arguments.isEmpty())
        parser.showHelp(2);

    if (parser.isSet(u"rtl"_s))
        QApplication::setLayoutDirection(Qt::RightToLeft);
    Appearance appearance{parser.isSet(u"dark"_s) ? ThemeChoice::Dark : ThemeChoice::Light};
    appearance.setTextScale(parser.value(u"text-scale"_s).toDouble());

    const std::unique_ptr<QWidget> scene = makeGalleryScene(arguments.first());
    if (!scene) {
        QTextStream{stderr} << "No scene " << arguments.first() << Qt::endl;
        return 2;
    }
    const QStringList size = parser.value(u"size"_s).split(u'x');
    if (!scene->inherits("QDialog")) // which is as large as its words
        scene->resize(size.value(0).toInt(), size.value(1).toInt());
    scene->show();
    if (arguments.size() > 1) {
        QTimer::singleShot(300ms, &application, [&] {
            const bool isSaved = scene->grab().save(arguments.at(1));
            application.exit(isSaved ? 0 : 1);
        });
    }
    return application.exec();
}
