/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-journal-pack"

#include "cvn-journal-pack.h"

#include <string.h>

/*
 * A line "id hash" for each row. Ids that were made one after another differ at their end only, so of an id that begins as the one
 * of the line above just its end is written: half of what is stored, hashed and read again. All ids of one pack have one
 * length, which tells how much to take from above; a pack in which every id is written in full reads the same.
 */

/* Rows in one pack: enough to make the cost of a line small, few enough to find one row in quickly. */
#define PACK_SIZE 1000

struct _CvnJournalPack
{
  GString *text;
  GString *last; /* the id of the last line, in full */
  guint    n;
};

/** cvn_journal_pack_new: (transfer full): a pack without rows. */
CvnJournalPack *
cvn_journal_pack_new (void)
{
  CvnJournalPack *self = g_new0 (CvnJournalPack, 1);

  self->text = g_string_new (NULL);
  self->last = g_string_new (NULL);
  return self;
}

/** cvn_journal_pack_free: frees the pack; nothing happens to NULL. */
void
cvn_journal_pack_free (CvnJournalPack *self)
{
  if (self == NULL)
    return;
  g_string_free (self->text, TRUE);
  g_string_free (self->last, TRUE);
  g_free (self);
}

/** cvn_journal_pack_begin: empties the pack for the next rows. */
void
cvn_journal_pack_begin (CvnJournalPack *self)
{
  g_string_truncate (self->text, 0);
  g_string_truncate (self->last, 0);
  self->n = 0;
}

static gsize
count_alike (const char *a,
             const char *b)
{
  gsize n = 0;

  while (a[n] != '\0' && a[n] == b[n])
    n++;
  return n;
}

/** cvn_journal_pack_add: writes a row down; FALSE when the pack is full, or its ids are of another length. */
gboolean
cvn_journal_pack_add (CvnJournalPack *self,
                      const char     *id,
                      guint64         hash)
{
  char  digits[] = " 0123456789abcdef\n";
  gsize length = strlen (id);
  gsize alike = count_alike (self->last->str, id);

  if (self->n == PACK_SIZE || (self->n > 0 && length != self->last->len))
    return FALSE;
  for (int i = 16; i > 0; i--, hash >>= 4)
    digits[i] = "0123456789abcdef"[hash & 0xf];
  g_string_append_len (self->text, id + alike, (gssize) (length - alike));
  g_string_append_len (self->text, digits, sizeof digits - 1);
  g_string_truncate (self->last, alike);
  g_string_append_len (self->last, id + alike, (gssize) (length - alike));
  self->n++;
  return TRUE;
}

/** cvn_journal_pack_get_text: the lines so far; owned by the pack. */
const char *
cvn_journal_pack_get_text (CvnJournalPack *self)
{
  return self->text->str;
}

/** cvn_journal_pack_get_n: how many rows are in it. */
guint
cvn_journal_pack_get_n (CvnJournalPack *self)
{
  return self->n;
}

/* Puts in front of @line what its id has in common with that of @above. */
static char *
complete (const char *above,
          const char *line)
{
  gsize written = strcspn (line, " ");
  gsize length = above != NULL ? strcspn (above, " ") : 0;
  gsize alike = written < length ? length - written : 0;

  return alike > 0 ? g_strdup_printf ("%.*s%s", (int) alike, above, line) : g_strdup (line);
}

/**
 * cvn_journal_pack_split:
 * @text: of a pack, as it was stored
 *
 * Returns: (transfer full): the lines, each with its id in full: "id hash"
 */
char **
cvn_journal_pack_split (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      char *line = complete (i > 0 ? lines[i - 1] : NULL, lines[i]);

      g_free (lines[i]);
      lines[i] = line;
    }
  return g_steal_pointer (&lines);
}

/** cvn_journal_pack_has: whether the row at @place (from 0) of the pack is the one called @id. */
gboolean
cvn_journal_pack_has (const char *text,
                      gint64      place,
                      const char *id)
{
  g_auto (GStrv) lines = cvn_journal_pack_split (text);
  gsize length = strlen (id);

  return place >= 0 && place < (gint64) g_strv_length (lines) && strncmp (lines[place], id, length) == 0 && lines[place][length] == ' ';
}
