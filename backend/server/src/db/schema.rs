//! The tables, as the migrations make them.

diesel::table! {
    settings (name) {
        name -> Text,
        value -> Text,
    }
}

diesel::table! {
    people (id) {
        id -> Text,
        email -> Text,
        email_folded -> Text,
        name -> Text,
        password_hash -> Nullable<Text>,
        roles -> Text,
        function -> Text,
        seniority -> BigInt,
        zone -> Text,
        active -> Bool,
        epoch -> BigInt,
        version -> BigInt,
        created_at -> BigInt,
    }
}

diesel::table! {
    password_links (token_hash) {
        token_hash -> Text,
        person_id -> Text,
        expires_at -> BigInt,
        used_at -> Nullable<BigInt>,
        purpose -> Text,
        made_by -> Nullable<Text>,
        made_at -> BigInt,
        ended -> Nullable<Text>,
    }
}

diesel::table! {
    profiles (person_id) {
        person_id -> Text,
        level -> Text,
        hours -> Text,
        leaves_made -> BigInt,
    }
}

diesel::table! {
    leaves (id) {
        id -> Text,
        person_id -> Text,
        first_day -> Text,
        last_day -> Text,
        kind -> Text,
    }
}

diesel::table! {
    sessions (id) {
        id -> Text,
        person_id -> Text,
        epoch -> BigInt,
        device -> Text,
        created_at -> BigInt,
        last_used_at -> BigInt,
        ended_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    refresh_tokens (token_hash) {
        token_hash -> Text,
        session_id -> Text,
        issued_at -> BigInt,
        replaced_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    login_failures (account) {
        account -> Text,
        failures -> BigInt,
        last_at -> BigInt,
    }
}

diesel::table! {
    jobs (id) {
        id -> Text,
        key -> Text,
        created_at -> BigInt,
        title -> Text,
        level -> Text,
        ladder_level -> Nullable<Text>,
        summary -> Text,
        currency -> Text,
        band_low -> BigInt,
        band_high -> BigInt,
        flexibility -> Text,
        stages -> Text,
        outcomes -> Text,
        status -> Text,
        opened_at -> Nullable<BigInt>,
        closed_at -> Nullable<BigInt>,
        closed_as -> Nullable<Text>,
        closed_words -> Nullable<Text>,
        version -> BigInt,
    }
}

diesel::table! {
    ladder_levels (id) {
        id -> Text,
        function -> Text,
        position -> BigInt,
        name -> Text,
        summary -> Text,
        criteria -> Text,
        bands -> Text,
        version -> BigInt,
    }
}

diesel::table! {
    job_team (job_id, person_id, role) {
        job_id -> Text,
        person_id -> Text,
        role -> Text,
    }
}

diesel::table! {
    plan_drafts (job_id) {
        job_id -> Text,
        content -> Text,
        based_on -> Nullable<Text>,
        version -> BigInt,
        started_by -> Text,
        started_at -> BigInt,
        changed_by -> Text,
        changed_at -> BigInt,
    }
}

diesel::table! {
    library_items (id) {
        id -> Text,
        kind -> Text,
        key -> Text,
        created_at -> BigInt,
    }
}

diesel::table! {
    library_versions (item_id, number) {
        item_id -> Text,
        number -> BigInt,
        content -> Text,
        written_by -> Nullable<Text>,
        published_by -> Nullable<Text>,
        published_at -> BigInt,
        alone_reason -> Nullable<Text>,
    }
}

diesel::table! {
    library_drafts (item_id) {
        item_id -> Text,
        content -> Text,
        based_on -> Nullable<BigInt>,
        version -> BigInt,
        started_by -> Text,
        started_at -> BigInt,
        changed_by -> Text,
        changed_at -> BigInt,
    }
}

diesel::table! {
    library_uses (plan_id, kind, key, number) {
        plan_id -> Text,
        kind -> Text,
        key -> Text,
        number -> BigInt,
    }
}

diesel::table! {
    plans (id) {
        id -> Text,
        job_id -> Text,
        number -> BigInt,
        content -> Text,
        created_by -> Text,
        created_at -> BigInt,
        published_by -> Nullable<Text>,
        published_at -> Nullable<BigInt>,
        alone_reason -> Nullable<Text>,
    }
}

diesel::table! {
    candidates (id) {
        id -> Text,
        name -> Text,
        email -> Text,
        email_folded -> Text,
        phone -> Text,
        source -> Text,
        zone -> Text,
        answers -> Text,
        created_at -> BigInt,
    }
}

diesel::table! {
    applications (id) {
        id -> Text,
        candidate_id -> Text,
        job_id -> Text,
        stage -> Text,
        rejection_reason -> Nullable<Text>,
        version -> BigInt,
        created_at -> BigInt,
        stage_since -> BigInt,
    }
}

diesel::table! {
    stage_moves (application_id, version) {
        application_id -> Text,
        version -> BigInt,
        from_stage -> Text,
        to_stage -> Text,
        since_before -> BigInt,
        by_person -> Text,
        at -> BigInt,
    }
}

diesel::table! {
    stage_contests (application_id) {
        application_id -> Text,
        job_id -> Text,
        stage -> Text,
        by_person -> Text,
        at -> BigInt,
    }
}

diesel::table! {
    loops (id) {
        id -> Text,
        application_id -> Text,
        candidate_id -> Text,
        job_id -> Text,
        plan_id -> Text,
        reveal -> Text,
        brief -> Text,
        adaptive -> Bool,
        started_at -> BigInt,
        started_by -> Text,
    }
}

diesel::table! {
    releases (loop_id) {
        loop_id -> Text,
        at -> BigInt,
        kind -> Text,
        by_person -> Nullable<Text>,
        reason -> Nullable<Text>,
    }
}

// Notices, requests, covers and broken glass.
diesel::table! {
    notices (id) {
        id -> Text,
        person_id -> Text,
        kind -> Text,
        actor_id -> Nullable<Text>,
        loop_id -> Nullable<Text>,
        candidate_id -> Nullable<Text>,
        job_id -> Nullable<Text>,
        object_kind -> Text,
        object_id -> Text,
        until_at -> Nullable<BigInt>,
        created_at -> BigInt,
        seen_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    place_requests (id) {
        id -> Text,
        assignment_id -> Text,
        loop_id -> Text,
        candidate_id -> Text,
        person_id -> Text,
        kind -> Text,
        state -> Text,
        colleague_id -> Nullable<Text>,
        successor_id -> Nullable<Text>,
        until_at -> Nullable<BigInt>,
        created_at -> BigInt,
        answered_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    job_covers (job_id, person_id) {
        job_id -> Text,
        person_id -> Text,
        cover_id -> Text,
        named_by -> Text,
        named_at -> BigInt,
    }
}

diesel::table! {
    broken_glass (id) {
        id -> Text,
        loop_id -> Text,
        person_id -> Text,
        reason -> Text,
        at -> BigInt,
        until_at -> BigInt,
    }
}

diesel::table! {
    interviews (id) {
        id -> Text,
        loop_id -> Text,
        position -> BigInt,
        kit -> Text,
        starts_at -> Nullable<BigInt>,
        zone -> Nullable<Text>,
        place -> Text,
        cancelled -> Bool,
        version -> BigInt,
    }
}

diesel::table! {
    assignments (id) {
        id -> Text,
        interview_id -> Text,
        loop_id -> Text,
        candidate_id -> Text,
        plan_id -> Text,
        person_id -> Text,
        kind -> Text,
        required -> Bool,
        state -> Text,
        stage -> Text,
        brief -> Text,
        planned_kits -> Text,
        unblinded_at -> Nullable<BigInt>,
        assigned_at -> BigInt,
    }
}

diesel::table! {
    scorecards (assignment_id) {
        assignment_id -> Text,
        state -> Text,
        seals_at -> Nullable<BigInt>,
        submitted_at -> Nullable<BigInt>,
        exposed -> Bool,
        late -> Bool,
        withdrawn_reason -> Nullable<Text>,
        withdrawn_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    draft_fields (assignment_id, field) {
        assignment_id -> Text,
        field -> Text,
        value -> Text,
        version -> BigInt,
    }
}

diesel::table! {
    revisions (assignment_id, number) {
        assignment_id -> Text,
        number -> BigInt,
        content -> Text,
        reason -> Text,
        tag -> Text,
        at -> BigInt,
    }
}

diesel::table! {
    servings (id) {
        id -> Text,
        person_id -> Text,
        candidate_id -> Text,
        loop_id -> Text,
        what -> Text,
        at -> BigInt,
    }
}

diesel::table! {
    audit (seq) {
        seq -> BigInt,
        at -> BigInt,
        actor -> Nullable<Text>,
        action -> Text,
        object_kind -> Text,
        object_id -> Text,
        candidate_id -> Nullable<Text>,
        detail -> Text,
        prev_hash -> Text,
        hash -> Text,
    }
}

diesel::table! {
    audit_places (seq) {
        seq -> BigInt,
        at -> BigInt,
        job_id -> Nullable<Text>,
        loop_id -> Nullable<Text>,
    }
}

diesel::table! {
    audit_head (id) {
        id -> BigInt,
        seq -> BigInt,
        hash -> Text,
    }
}

diesel::table! {
    rejections (application_id) {
        application_id -> Text,
        kind -> Text,
        letter -> Text,
        decided_by -> Nullable<Text>,
        decided_at -> BigInt,
        announced_by -> Nullable<Text>,
        announced_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    notes (id) {
        id -> Text,
        application_id -> Text,
        candidate_id -> Text,
        author_id -> Text,
        version -> BigInt,
        created_at -> BigInt,
    }
}

diesel::table! {
    note_revisions (note_id, number) {
        note_id -> Text,
        number -> BigInt,
        content -> Text,
        at -> BigInt,
    }
}

diesel::table! {
    application_tags (application_id, tag_folded) {
        application_id -> Text,
        tag_folded -> Text,
        tag -> Text,
        added_by -> Text,
        added_at -> BigInt,
    }
}

diesel::table! {
    files (id) {
        id -> Text,
        application_id -> Text,
        candidate_id -> Text,
        label -> Text,
        name -> Text,
        media -> Text,
        size -> BigInt,
        from_candidate -> Bool,
        copied -> Bool,
        uploaded_by -> Text,
        uploaded_at -> BigInt,
        removed_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    file_contents (file_id, kind) {
        file_id -> Text,
        kind -> Text,
        content -> Binary,
    }
}

diesel::table! {
    assignment_files (id) {
        id -> Text,
        assignment_id -> Text,
        file_id -> Text,
    }
}

diesel::table! {
    import_batches (id) {
        id -> Text,
        job_id -> Text,
        imported_by -> Text,
        imported_at -> BigInt,
        brought -> BigInt,
        is_test -> Bool,
    }
}

diesel::table! {
    application_origins (application_id) {
        application_id -> Text,
        batch_id -> Nullable<Text>,
        is_test -> Bool,
    }
}

diesel::allow_tables_to_appear_in_same_query!(
    settings,
    people,
    password_links,
    profiles,
    leaves,
    sessions,
    refresh_tokens,
    login_failures,
    jobs,
    job_team,
    plan_drafts,
    library_items,
    library_versions,
    library_drafts,
    library_uses,
    plans,
    candidates,
    applications,
    stage_moves,
    stage_contests,
    loops,
    releases,
    notices,
    place_requests,
    job_covers,
    broken_glass,
    interviews,
    assignments,
    scorecards,
    draft_fields,
    revisions,
    servings,
    audit,
    audit_head,
    rejections,
    notes,
    note_revisions,
    application_tags,
    files,
    file_contents,
    assignment_files,
    import_batches,
    application_origins,
    audit_places,
);
