#include "failingdisk.h"

#include <sqlite3.h>

#include <cstring>

namespace {

FailingDisk *theDisk = nullptr; // SQLite's tables of functions know nothing of objects
sqlite3_vfs *theSystem = nullptr;

/// A file of ours; the system's own follows it in memory.
struct DiskFile
{
    sqlite3_file base;
    bool mayFail; ///< the database and its log; nothing else matters
};

sqlite3_file *systemFile(sqlite3_file *file)
{
    return reinterpret_cast<sqlite3_file *>(reinterpret_cast<DiskFile *>(file) + 1);
}

const sqlite3_io_methods &systemOf(sqlite3_file *file)
{
    return *systemFile(file)->pMethods;
}

bool fails(sqlite3_file *file, bool isWrite)
{
    return reinterpret_cast<DiskFile *>(file)->mayFail && theDisk->isNextToFail(isWrite);
}

int failure(int code)
{
    return theDisk->isFull() ? SQLITE_FULL : code;
}

int close(sqlite3_file *file)
{
    return systemOf(file).xClose(systemFile(file));
}

int read(sqlite3_file *file, void *target, int size, sqlite3_int64 at)
{
    if (fails(file, false))
        return SQLITE_IOERR_READ;
    return systemOf(file).xRead(systemFile(file), target, size, at);
}

int write(sqlite3_file *file, const void *source, int size, sqlite3_int64 at)
{
    if (fails(file, true)) {
        systemOf(file).xWrite(systemFile(file), source, size / 2, at);
        return failure(SQLITE_IOERR_WRITE);
    }
    return systemOf(file).xWrite(systemFile(file), source, size, at);
}

int truncate(sqlite3_file *file, sqlite3_int64 size)
{
    if (fails(file, false))
        return SQLITE_IOERR_TRUNCATE;
    return systemOf(file).xTruncate(systemFile(file), size);
}

int sync(sqlite3_file *file, int flags)
{
    if (fails(file, true))
        return failure(SQLITE_IOERR_FSYNC);
    return systemOf(file).xSync(systemFile(file), flags);
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    if (fails(file, false))
        return SQLITE_IOERR_FSTAT;
    return systemOf(file).xFileSize(systemFile(file), size);
}

int lock(sqlite3_file *file, int kind)
{
    return systemOf(file).xLock(systemFile(file), kind);
}

int unlock(sqlite3_file *file, int kind)
{
    return systemOf(file).xUnlock(systemFile(file), kind);
}

int checkReservedLock(sqlite3_file *file, int *isReserved)
{
    return systemOf(file).xCheckReservedLock(systemFile(file), isReserved);
}

int fileControl(sqlite3_file *file, int what, void *argument)
{
    return systemOf(file).xFileControl(systemFile(file), what, argument);
}

int sectorSize(sqlite3_file *file)
{
    return systemOf(file).xSectorSize(systemFile(file));
}

int deviceCharacteristics(sqlite3_file *file)
{
    return systemOf(file).xDeviceCharacteristics(systemFile(file));
}

int shmMap(sqlite3_file *file, int region, int size, int isToExtend, void volatile **memory)
{
    if (isToExtend && fails(file, true))
        return failure(SQLITE_IOERR_SHMSIZE);
    return systemOf(file).xShmMap(systemFile(file), region, size, isToExtend, memory);
}

int shmLock(sqlite3_file *file, int offset, int count, int flags)
{
    return systemOf(file).xShmLock(systemFile(file), offset, count, flags);
}

void shmBarrier(sqlite3_file *file)
{
    systemOf(file).xShmBarrier(systemFile(file));
}

int shmUnmap(sqlite3_file *file, int isToDelete)
{
    return systemOf(file).xShmUnmap(systemFile(file), isToDelete);
}

const sqlite3_io_methods kMethods{2,
                                  close,
                                  read,
                                  write,
                                  truncate,
                                  sync,
                                  fileSize,
                                  lock,
                                  unlock,
                                  checkReservedLock,
                                  fileControl,
                                  sectorSize,
                                  deviceCharacteristics,
                                  shmMap,
                                  shmLock,
                                  shmBarrier,
                                  shmUnmap,
                                  nullptr,
                                  nullptr};

int open(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *givenFlags)
{
    auto *ours = reinterpret_cast<DiskFile *>(file);
    std::memset(ours, 0, sizeof(DiskFile));
    ours->mayFail = (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL)) != 0;
    const int opened = theSystem->xOpen(theSystem, name, systemFile(file), flags, givenFlags);
    if (systemFile(file)->pMethods)
        ours->base.pMethods = &kMethods;
    return opened;
}

} // namespace

FailingDisk &FailingDisk::install()
{
    static FailingDisk disk;
    static sqlite3_vfs vfs;
    if (!theDisk) {
        theDisk = &disk;
        theSystem = sqlite3_vfs_find(nullptr);
        vfs = *theSystem; // what we do not replace is handed the system's own data
        vfs.szOsFile += static_cast<int>(sizeof(DiskFile));
        vfs.zName = "failing-disk";
        vfs.pNext = nullptr;
        vfs.xOpen = open;
        sqlite3_vfs_register(&vfs, 1);
    }
    return disk;
}

void FailingDisk::fail(Fault fault, int first, int count)
{
    m_fault = fault;
    m_first = first;
    m_count = count;
    m_calls = 0;
    m_failures = 0;
}

bool FailingDisk::isNextToFail(bool isWrite)
{
    if (m_truces > 0 || (isFull() && !isWrite))
        return false;
    const int call = ++m_calls;
    if (m_first == 0 || call < m_first || call >= m_first + m_count)
        return false;
    ++m_failures;
    return true;
}
