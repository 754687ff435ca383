using Microsoft.Data.Sqlite;

namespace DutyBot.Storage.Sqlite;

/// <summary>The tables of the file. They mirror those of Azure Tables; here one row per obligation serves both <c>Register</c> and <c>Deadlines</c>.</summary>
internal static class SqliteSchema
{
    private const long Version = 2;

    // Events and effects carry long texts and are therefore ordinary tables (appended at the end) with an index; the small rows live in their index.
    private const string Tables = """
        CREATE TABLE IF NOT EXISTS Heads(Duty TEXT PRIMARY KEY, Number INTEGER NOT NULL) STRICT, WITHOUT ROWID;

        CREATE TABLE IF NOT EXISTS Events(Duty TEXT NOT NULL, Number INTEGER NOT NULL, Type TEXT NOT NULL, Json TEXT NOT NULL, At TEXT NOT NULL,
          "By" TEXT NOT NULL, Hash TEXT NOT NULL, UNIQUE(Duty, Number)) STRICT;

        -- Number is that of the first event of the append, Position the place within it; Changes counts leases and settlements.
        CREATE TABLE IF NOT EXISTS Effects(Duty TEXT NOT NULL, Number INTEGER NOT NULL, Position INTEGER NOT NULL, Id TEXT NOT NULL, Lane TEXT NOT NULL,
          Json TEXT NOT NULL, RecordedAt TEXT NOT NULL, ReadyAt TEXT NOT NULL, DrainAt TEXT NOT NULL, Tries INTEGER NOT NULL, Changes INTEGER NOT NULL,
          Error TEXT, IsInDoubt INTEGER NOT NULL DEFAULT 0, UNIQUE(Duty, Number, Position)) STRICT;
        CREATE INDEX IF NOT EXISTS EffectsByDrain ON Effects(DrainAt);

        -- Since says when the life began that ended; null in rows from before it was recorded, and in copies.
        CREATE TABLE IF NOT EXISTS DeadEffects(Duty TEXT NOT NULL, Number INTEGER NOT NULL, Position INTEGER NOT NULL, Id TEXT NOT NULL, Json TEXT NOT NULL,
          Tries INTEGER NOT NULL, Error TEXT NOT NULL, Since TEXT, PRIMARY KEY(Duty, Number, Position)) STRICT, WITHOUT ROWID;

        CREATE TABLE IF NOT EXISTS Cards(Duty TEXT NOT NULL, Slot TEXT NOT NULL, Address TEXT NOT NULL, ActivityId TEXT NOT NULL,
          PRIMARY KEY(Duty, Slot)) STRICT, WITHOUT ROWID;

        CREATE TABLE IF NOT EXISTS Register(Duty TEXT NOT NULL, Name TEXT NOT NULL, Kind TEXT NOT NULL, Owner TEXT NOT NULL, Due TEXT, Title TEXT NOT NULL,
          IntendedAt TEXT NOT NULL, PRIMARY KEY(Duty, Name)) STRICT, WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS RegisterByDue ON Register(Due) WHERE Due IS NOT NULL;
        CREATE INDEX IF NOT EXISTS RegisterByOwner ON Register(Owner);
        CREATE VIEW IF NOT EXISTS Deadlines AS SELECT Due, Duty, Name, Kind, Owner, Title FROM Register WHERE Due IS NOT NULL;

        CREATE TABLE IF NOT EXISTS Conversations(Key TEXT PRIMARY KEY, Json TEXT NOT NULL) STRICT, WITHOUT ROWID;
        """;

    private const string FromVersion1 = """
        ALTER TABLE Effects ADD COLUMN IsInDoubt INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE DeadEffects ADD COLUMN Since TEXT;
        """;

    private const int NotADatabase = 26;

    /// <summary>Whether an existing file holds these tables, of whatever version. Writes nothing.</summary>
    public static bool IsIn(string path)
    {
        try
        {
            using var session = new SqliteSession(path);
            return session["SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'Heads'"].List(_ => true).Count > 0;
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode == NotADatabase)
        {
            return false;
        }
    }

    public static void Create(SqliteSession session)
    {
        session.Execute("PRAGMA journal_mode = WAL; BEGIN IMMEDIATE;");
        var end = "ROLLBACK;";
        try
        {
            session.Execute($"{Missing(session)} PRAGMA user_version = {Version};");
            end = "COMMIT;";
        }
        finally
        {
            session.Execute(end);
        }
    }

    private static string Missing(SqliteSession session) =>
        session["PRAGMA user_version"].List(row => row.Number(0))[0] switch
        {
            0 or Version => Tables,
            1 => FromVersion1,
            var found => throw new InvalidOperationException($"The file is of version {found}; this program knows version {Version}."),
        };
}
