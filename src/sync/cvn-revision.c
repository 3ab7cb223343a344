/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-revision"

#include "cvn-revision.h"

#include <string.h>

/*
 * "N-hash": the place in a document's history and a digest. Nobody checks how the digest is made, but it is made of nothing
 * but what the version is: the same edit made twice, at one desk or at two, is one version and no conflict.
 */

/* Hexadecimal digits, in lower case. */
static const char digits[256] = {
  ['0'] = '0', ['1'] = '1', ['2'] = '2', ['3'] = '3', ['4'] = '4', ['5'] = '5', ['6'] = '6', ['7'] = '7', ['8'] = '8', ['9'] = '9', ['a'] = 'a', ['b'] = 'b', ['c'] = 'c', ['d'] = 'd', ['e'] = 'e', ['f'] = 'f', ['A'] = 'a', ['B'] = 'b', ['C'] = 'c', ['D'] = 'd', ['E'] = 'e', ['F'] = 'f'
};

/** cvn_revision_read_hash: writes @text in lower case to @hash, %CVN_SYNC_HASH bytes without an end; FALSE unless it is as many hexadecimal digits. */
gboolean
cvn_revision_read_hash (const char *text,
                        gsize       length,
                        char       *hash)
{
  gboolean right = length == CVN_SYNC_HASH;

  for (gsize i = 0; right && i < CVN_SYNC_HASH; i++)
    {
      hash[i] = digits[(guint8) text[i]];
      right = hash[i] != '\0';
    }
  return right;
}

/** cvn_revision_read: as cvn_revision_parse(), of @text, which has @length bytes, to @hash, which has room for %CVN_SYNC_HASH and an end. */
gboolean
cvn_revision_read (const char *text,
                   gsize       length,
                   gint64     *gen,
                   char       *hash)
{
  gsize n = 0;

  *gen = 0;
  for (; n < length && g_ascii_isdigit (text[n]) && *gen < G_MAXINT32; n++)
    *gen = 10 * *gen + (text[n] - '0');
  if (*gen < 1 || *gen >= G_MAXINT32 || n == length || text[n] != '-' || !cvn_revision_read_hash (text + n + 1, length - n - 1, hash))
    return FALSE;
  hash[CVN_SYNC_HASH] = '\0';
  return TRUE;
}

/** cvn_revision_parse: takes "N-hash" apart; FALSE unless N is at least 1 and the hash is 32 hexadecimal digits, which come out in lower case. */
gboolean
cvn_revision_parse (const char *revision,
                    gint64     *gen,
                    char      **hash)
{
  char read[CVN_SYNC_HASH + 1];

  *hash = cvn_revision_read (revision, strlen (revision), gen, read) ? g_strdup (read) : NULL;
  return *hash != NULL;
}

/** cvn_revision_dup: (transfer full): "N-hash"; of @hash only the first 32 characters count. */
char *
cvn_revision_dup (gint64      gen,
                  const char *hash)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "-%.*s", gen, CVN_SYNC_HASH, hash);
}

/** cvn_revision_dup_of: (transfer full): the revision that @leaf is. */
char *
cvn_revision_dup_of (const CvnSyncLeaf *leaf)
{
  return cvn_revision_dup (leaf->gen, leaf->path);
}

/**
 * cvn_revision_make_child:
 * @parent: (nullable): what the person saw; NULL for a new document
 *
 * Returns: (transfer full): the version that follows @parent, to be sent
 */
CvnSyncLeaf *
cvn_revision_make_child (const CvnSyncLeaf *parent,
                         const char        *document,
                         gboolean           deleted,
                         const char        *body)
{
  g_autofree char *before = parent != NULL ? cvn_revision_dup_of (parent) : g_strdup ("");
  g_autofree char *text = g_strconcat (deleted ? "1" : "0", "|", before, "|", body, NULL);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_MD5, text, -1);
  g_autofree char *path = g_strconcat (hash, parent != NULL ? parent->path : NULL, NULL);

  if (strlen (path) > CVN_SYNC_MAX_PATH * CVN_SYNC_HASH)
    path[CVN_SYNC_MAX_PATH * CVN_SYNC_HASH] = '\0';
  return cvn_sync_leaf_new (document, parent != NULL ? parent->gen + 1 : 1, path, deleted, body, CVN_LEAF_TO_SEND);
}

/** cvn_revision_dup_tail: (transfer full): the path of the ancestor of @leaf at place @gen, which must be known. */
char *
cvn_revision_dup_tail (const CvnSyncLeaf *leaf,
                       gint64             gen)
{
  gsize place = (gsize) (leaf->gen - gen) * CVN_SYNC_HASH;

  g_return_val_if_fail (gen <= leaf->gen && place < strlen (leaf->path), NULL);
  return g_strdup (leaf->path + place);
}

/**
 * cvn_revision_find_common:
 * @hash: (out) (transfer full) (nullable): of the ancestor
 *
 * Found in the real paths: a guess from the numbers would compare with a text that neither saw.
 *
 * Returns: the place of the last version that both @a and @b come from; 0 when there is none that is known
 */
gint64
cvn_revision_find_common (const CvnSyncLeaf *a,
                          const CvnSyncLeaf *b,
                          char             **hash)
{
  *hash = NULL;
  for (gint64 gen = MIN (a->gen, b->gen); gen > 0; gen--)
    {
      gsize place = (gsize) (a->gen - gen) * CVN_SYNC_HASH;

      if (place >= strlen (a->path))
        break;
      if (!cvn_sync_leaf_knows (b, gen, a->path + place))
        continue;
      *hash = g_strndup (a->path + place, CVN_SYNC_HASH);
      return gen;
    }
  return 0;
}
