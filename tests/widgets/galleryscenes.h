#pragma once

#include <QStringList>
#include <QWidget>

#include <memory>

/// The pictures that the gallery can show, by name.
QStringList galleryScenes();
/// Nothing for an unknown name.
std::unique_ptr<QWidget> makeGalleryScene(const QString &name);
