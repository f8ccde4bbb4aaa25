//! The plans that ship with the product, to start from.

use evenhand_shared::plan::PlanTemplate;

/// Key, title, what it is for, text.
const SHIPPED: [(&str, &str, &str, &str); 3] = [
    (
        "backend-engineer",
        "Backend engineer",
        "For someone who builds and runs services with a small team: paired coding, system design, past work and working together.",
        include_str!("../../../plans/backend-engineer.toml"),
    ),
    (
        "product-designer",
        "Product designer",
        "For a designer who owns a product area: a portfolio conversation, a design exercise, a critique and working together.",
        include_str!("../../../plans/product-designer.toml"),
    ),
    (
        "customer-support-lead",
        "Customer support lead",
        "For the lead of a support team, on rubrics of four levels: leading people, casework, operations and other teams.",
        include_str!("../../../plans/customer-support-lead.toml"),
    ),
];

/// The shipped plans.
#[must_use]
pub fn templates() -> Vec<PlanTemplate> {
    SHIPPED
        .into_iter()
        .map(|(key, title, about, toml)| PlanTemplate {
            key: key.to_owned(),
            title: title.to_owned(),
            about: about.to_owned(),
            toml: toml.to_owned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan_file::{check, export};

    #[test]
    fn shipped_plans_have_neither_faults_nor_hints() {
        for template in templates() {
            let found = check(&template.toml);
            assert_eq!(found.faults, [], "{}", template.key);
            assert_eq!(found.hints, [], "{}", template.key);
            let plan = found.plan.unwrap();
            assert_eq!((plan.job.key.as_str(), plan.job.title.as_str()), (&*template.key, &*template.title));
            assert_eq!(plan.kits.len(), 4);
            assert_eq!(check(&export(&plan)).plan, Some(plan));
        }
    }
}
